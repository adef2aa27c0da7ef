import { readConfig } from '../../src/config.ts';

/** The settings of a small managed database, which runs on this machine's Java. */
export const MANAGED_SETTINGS = {
  NEO4J_SOURCE: 'managed',
  NEO4J_HEAP: '256m',
  NEO4J_PAGECACHE: '32m',
  JAVA_HOME: process.env.JAVA_HOME ?? '',
};

export const managedConfig = readConfig(MANAGED_SETTINGS);
