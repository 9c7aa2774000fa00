import "htmx.org";
import { loadBoards } from "./boards.js";
import { startDrafts } from "./draft.js";
import { startIdle } from "./idle.js";
import { startLeave } from "./leave.js";
import { startLoads } from "./load.js";
import { startMeeting } from "./meeting.js";
import { startOffline } from "./offline_start.js";
import { startOlder } from "./older.js";
import { startOnce } from "./once.js";
import { startOverlays } from "./overlays.js";
import { startPages } from "./pages.js";
import { startReach } from "./reach.js";
import { startRecord } from "./record.js";
import { startRequests } from "./requests.js";
import { startSealed } from "./sealed.js";
import { startTables } from "./tables.js";
import { startTicks } from "./ticks.js";
import { startTiles } from "./tiles.js";
import { startToasts } from "./toast.js";
import { startTyping } from "./typing.js";
import { startWishes } from "./wishes.js";

/** Parts of the page that arrive later are prepared like those that were there at first. */
function prepare() {
  startOnce();
  startDrafts();
  startTables();
  startTiles();
  startRecord();
  startWishes();
  startTyping();
  startTicks();
  startLoads();
  startLeave();
  startMeeting();
  startSealed();
  loadBoards();
}

startOlder();
startOffline(prepare); // first: it keeps the page as the server gave it
startRequests();
startReach();
startToasts();
startOverlays();
startPages();
startIdle();
prepare();
document.addEventListener("htmx:after:swap", prepare);
