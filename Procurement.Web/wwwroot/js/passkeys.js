// Passkeys: the only part of the door that needs a script. Without it, password and code do the same.
(() => {
  'use strict';
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;

  const antiforgery = form => form.querySelector('[name="__RequestVerificationToken"]').value;
  const post = async (address, fields) => {
    const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin' });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };

  // Asks the server what to ask the authenticator, then asks the authenticator.
  const converse = async (kind, address, token) => {
    const challenge = await post(address, { __RequestVerificationToken: token });
    const options = JSON.parse(challenge.optionsJson);
    const credential = kind === 'create'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    return { credential: JSON.stringify(credential.toJSON()), state: challenge.state };
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    document.querySelector('[data-passkey-absent]')?.remove();
    const fault = form.querySelector('[data-passkey-fault]');
    form.addEventListener('submit', async event => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      fault.hidden = true;
      try {
        const answer = await converse(form.dataset.passkey, form.dataset.options, antiforgery(form));
        form.elements.credential.value = answer.credential;
        form.elements.state.value = answer.state;
        form.submit();
      } catch {
        fault.textContent = form.dataset.fault;
        fault.hidden = false;
      }
    });
  }

  for (const button of document.querySelectorAll('[data-passkey-proof]')) {
    const field = document.getElementById(button.dataset.passkeyProof);
    if (!field?.form || button.dataset.ready) continue;
    button.dataset.ready = 'true';
    button.hidden = false;
    button.addEventListener('click', async () => {
      const token = antiforgery(field.form);
      const address = button.dataset.address;
      try {
        const answer = await converse('get', `${address}?handler=ProofOptions`, token);
        const { proof } = await post(`${address}?handler=Proof`, { ...answer, __RequestVerificationToken: token });
        field.value = proof;
        field.form.requestSubmit();
      } catch {
        document.getElementById('live').textContent = button.dataset.fault;
      }
    });
  }
})();
