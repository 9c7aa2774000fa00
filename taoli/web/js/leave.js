import { fresh } from "./words.js";

const TOUCHES = ["pointerdown", "keydown", "input", "scroll"];

/** Where a page left alone goes after so many seconds: back to its door, or to itself, to be up to date. */
function start(place) {
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    if (place.isConnected)
      timer = setTimeout(
        () => location.replace(place.dataset.leave || location.href),
        place.dataset.after * 1000,
      );
  };
  for (const touch of TOUCHES) addEventListener(touch, wait, { passive: true });
  wait();
}

/** Pages with [data-leave]: nobody is sent away while at work, which a refresh by the page's head would do. */
export function startLeave() {
  for (const place of fresh("[data-leave]", "Leave")) start(place);
}
