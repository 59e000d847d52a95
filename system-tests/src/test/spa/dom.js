/** Makes an element. Text is always text: nothing here reads markup, so nothing that a person typed can become some. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value != null) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter((child) => child != null));
  return made;
}

/** Puts a new content in the place of the old one. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child != null));
}

let silence = 0;

/** Says something for a while, to who looks and to who listens. */
export function tell(text) {
  const told = document.getElementById('told');
  told.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => (told.textContent = ''), 6_000);
}
