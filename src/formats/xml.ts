import XmlBuilder from 'fast-xml-builder';

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
});
const DECLARATION = { '@version': '1.0', '@encoding': 'UTF-8' };
/** Control characters and halves of pairs, which XML 1.0 has no form for. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** A document of XML 1.0: elements by name, `@name` for attributes, `#text` for words beside these. */
export const xmlDocument = (root: Record<string, unknown>): string =>
  builder.build({ '?xml': DECLARATION, ...root }).replaceAll(NOT_IN_XML, '\ufffd');
