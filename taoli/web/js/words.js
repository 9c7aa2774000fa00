/** A sentence of the interface, given by the page in its own language. */
export function words(key) {
  return document.body.dataset[`t${key[0].toUpperCase()}${key.slice(1)}`] ?? "";
}

/** Elements not seen before under this name, so that preparing twice does nothing. */
export function fresh(selector, name) {
  const mark = `ready${name}`;
  return [...document.querySelectorAll(selector)].filter((element) => {
    if (element.dataset[mark]) return false;
    element.dataset[mark] = "1";
    return true;
  });
}
