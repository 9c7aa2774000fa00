import { fresh } from "./words.js";

const MINUTE = 60_000;
const TICK = 15_000;

/** What the clock says: minutes left in words, or that the time is over; nothing before the meeting has begun. */
export function left(ends, now, words, over) {
  const end = Date.parse(ends);
  if (Number.isNaN(end)) return "";
  const minutes = Math.ceil((end - now) / MINUTE);
  return minutes > 0 ? words.replace("N", minutes) : over;
}

/** Which deed a key asks for: Alt with an arrow or B, so that plain typing is never caught. */
export function deed(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey) return "";
  return { ArrowRight: "next", ArrowLeft: "back", b: "blank", B: "blank" }[event.key] ?? "";
}

function startClock() {
  for (const clock of fresh("[data-ends]", "Clock")) {
    const { ends, words, over } = clock.dataset;
    const tell = () => {
      clock.textContent = left(ends, Date.now(), words, over);
    };
    tell();
    setInterval(tell, TICK);
  }
}

/** Meeting mode: the keyboard leads from line to line, one key blanks the screen, a clock says what is left. */
export function startMeeting() {
  for (const meeting of fresh("[data-meeting]", "Meeting")) {
    const cover = document.querySelector("[data-blank]");
    const button = document.querySelector("[data-blank-button]");
    const cloak = (hides) => {
      cover.hidden = !hides;
      (hides ? cover.querySelector("[data-unblank]") : button).focus();
    };
    button.hidden = false;
    button.addEventListener("click", () => cloak(true));
    cover.addEventListener("click", () => cloak(false));
    document.addEventListener("keydown", (event) => {
      const asked = deed(event);
      if (!asked) return;
      event.preventDefault();
      if (asked === "blank") cloak(cover.hidden);
      else meeting.querySelector(`[data-key="${asked}"]`)?.click();
    });
  }
  startClock();
}
