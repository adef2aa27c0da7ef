// The filters of mentions that may not drive the list.
//? if form
  AND m.form = $form
//? end
//? if resolved
  AND m.entityId IS NOT NULL
//? elif unresolved
  AND m.entityId IS NULL
//? end
