// Finds what a person would call `name` among the things of one role; reads names as assistive technology does.
const [role, name, part] = arguments;
const plain = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const wanted = plain(name);
const selectors = {
  button: 'button, [role=button], input[type=submit]', link: 'a[href], [role=link]', heading: 'h1, h2, h3, h4, [role=heading]',
  textbox: 'input, textarea, [role=textbox], [role=combobox], [role=searchbox], [role=spinbutton], [contenteditable=true]',
  file: 'input[type=file]', row: 'tr, [role=row]', navigation: 'nav, [role=navigation]', region: 'section, [role=region], figure, form, aside, nav, main'
};
const shown = (element) =>
  role === 'file' || (element.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && !element.closest('[inert]'));
window.axe.setup(document.documentElement);
try {
  const named = [...document.querySelectorAll(selectors[role] ?? `[role=${role}]`)].filter(shown).map((element) => {
    const text = window.axe.commons.text.accessibleText(element) || (role === 'row' || role === 'option' ? element.textContent : '');
    return { element, name: plain(text) };
  });
  const exact = named.filter((one) => one.name === wanted);
  const found = exact.length > 0 ? exact : part ? named.filter((one) => one.name.includes(wanted)) : [];
  return { element: found.at(-1)?.element ?? null, names: named.map((one) => one.name) };
} finally {
  window.axe.teardown();
}
