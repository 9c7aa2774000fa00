/**
 * Fills a template such as "{date} {kind}：{students}[，{topics}]。".
 * A part in brackets falls away when one of its values is empty; an empty required value gives "".
 */
export function sentence(template, values) {
  const fill = (part) => part.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  const missing = (part) => [...part.matchAll(/\{(\w+)\}/g)].some(([, name]) => !values[name]);
  const required = template.replace(/\[[^\]]*\]/g, "");
  if (missing(required)) return "";
  return fill(template.replace(/\[([^\]]*)\]/g, (_, part) => (missing(part) ? "" : part)));
}
