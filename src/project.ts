import { join } from 'node:path';

/** The root of the project: seed, data and docker-compose.yml are found from here. */
export const projectFolder = join(import.meta.dirname, '..');

export const seedFolder = join(projectFolder, 'seed');

/** The project's own authority file, which always counts. */
export const ownAuthority = join(seedFolder, 'entities.yaml');
