import { z } from 'zod';

/** The grammar of RFC 5646 in its order, but for the few tags that older registries had; in this form for JSON Schema too. */
const TAG =
  /^([Xx](-[A-Za-z0-9]{1,8})+|[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WYZa-wyz0-9](-[A-Za-z0-9]{2,8})+)*(-[Xx](-[A-Za-z0-9]{1,8})+)?)$/;

/** What language a text is in, as a tag of BCP 47. */
export const LanguageTag = z
  .string()
  .max(35, { error: 'expected at most 35 characters', abort: true })
  .regex(TAG, 'expected a language tag (BCP 47) such as en, es-419 or zh-Hans');
