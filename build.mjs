// Builds taoli/web into taoli/web/static/taoli: npm ci && node build.mjs
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { compile } from "sass";

const source = "taoli/web";
const target = `${source}/static/taoli`;
// Phones of 2021 and their in-app browsers; older ones cannot run htmx either.
const browsers = ["chrome90", "safari15", "firefox90"];

const sassPlugin = {
  name: "sass",
  setup(bundler) {
    bundler.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = compile(path, {
        loadPaths: ["node_modules"],
        quietDeps: true,
        charset: false,
      });
      return { contents: css, loader: "css", watchFiles: loadedUrls.map((url) => url.pathname) };
    });
  },
};

/** Only the icons named in icons/names.txt, as symbols of one sprite. */
function sprite() {
  const names = readFileSync(`${source}/icons/names.txt`, "utf8").split("\n").filter(Boolean);
  const symbols = names.map((name) => {
    const svg = readFileSync(`node_modules/@tabler/icons/icons/outline/${name}.svg`, "utf8");
    const drawing = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, "");
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const common = { bundle: true, minify: true, target: browsers, logLevel: "warning" };
await Promise.all([
  build({
    ...common,
    entryPoints: [`${source}/js/app.js`],
    outdir: target,
    format: "esm",
    splitting: true,
    chunkNames: "part-[name]-[hash]",
  }),
  build({ ...common, entryPoints: [`${source}/js/theme.js`], outdir: target, format: "iife" }),
  build({ ...common, entryPoints: [`${source}/js/worker.js`], outdir: target, format: "iife" }),
  build({
    ...common,
    entryPoints: [{ in: `${source}/css/taoli.css`, out: "taoli" }],
    outdir: target,
    plugins: [sassPlugin],
    external: ["data:*"],
  }),
]);
writeFileSync(`${target}/icons.svg`, sprite());
for (const name of ["favicon.svg", "icon-180.png", "icon-512.png"]) {
  cpSync(`${source}/icons/${name}`, `${target}/${name}`);
}
cpSync(`${source}/manifest.webmanifest`, `${target}/manifest.webmanifest`);

// Whole fonts of printed papers (decisions 0020, 0022): read by the server, never sent to a browser.
mkdirSync(`${source}/fonts`, { recursive: true });
for (const [family, name] of [
  ["noto-sans-sc", "NotoSansSC"],
  ["noto-serif-sc", "NotoSerifSC"],
]) {
  const font = `node_modules/@expo-google-fonts/${family}/400Regular/${name}_400Regular.ttf`;
  cpSync(font, `${source}/fonts/${name}-Regular.ttf`);
}
