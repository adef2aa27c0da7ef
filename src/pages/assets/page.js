/* What every page is more convenient with. */
for (const form of document.querySelectorAll('form[method="get"], form:not([method])'))
  form.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
