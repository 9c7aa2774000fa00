/** What Safari 15 lacks and our forms need; newer browsers are left alone. */
export function startOlder(form = globalThis.HTMLFormElement?.prototype) {
  if (!form || form.requestSubmit) return;
  form.requestSubmit = function requestSubmit(submitter) {
    const button = submitter ?? this.querySelector("button:not([type=button]), input[type=submit]");
    if (button) {
      button.click(); // validates, tells listeners, takes the button's value along
      return;
    }
    const event = new Event("submit", { bubbles: true, cancelable: true });
    if (this.reportValidity() && this.dispatchEvent(event)) this.submit();
  };
}
