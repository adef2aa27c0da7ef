import { PREVIEW_SIZE } from './preview.ts';
import { TYPES } from './properties.ts';
import { MAX_QUERIES } from './requests.ts';

/** What the service offers, for the URL that it is reached at. */
export function manifest(origin: string) {
  const service = `${origin}/v1/reconcile`;
  const suggest = (what: string) => ({ service_url: service, service_path: `/suggest/${what}` });
  return {
    versions: ['0.2'],
    name: 'On Record: people, countries, organizations and places',
    identifierSpace: `${origin}/v1/entities/`,
    schemaSpace: 'https://schema.org/Thing',
    defaultTypes: TYPES,
    documentation: `${origin}/docs`,
    view: { url: `${origin}/v1/entities/{{id}}` },
    preview: { url: `${service}/preview?id={{id}}`, ...PREVIEW_SIZE },
    suggest: { entity: suggest('entity'), property: suggest('property'), type: suggest('type') },
    extend: {
      propose_properties: { service_url: service, service_path: '/extend/propose' },
      property_settings: [],
    },
    batchSize: MAX_QUERIES,
  };
}
