import { expect } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { testDatabase } from './database.ts';

/** What only the inside of the service knows. */
const INSIDE = [
  // A stack, or a file.
  /\bat (?:async )?[\w.<>[\] ]+ \(|\.[cm]?[jt]s:\d+|node_modules|\bnode:internal\b/,
  // Cypher.
  /\b(?:MATCH|MERGE|CREATE|FOREACH) ?\(|\b(?:UNWIND|DETACH DELETE|OPTIONAL MATCH) |\bCALL (?:db|dbms|\()|\$asks\b|queryNodes/,
  // The database and its driver.
  /\bNeo\.\w+Error\b|Neo4jError|\b(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\//,
  /\b[Bb]earer [\w.~+/-]{12,}/,
];
/** A shorter password may well stand in an article. */
const SECRET_LENGTH = 8;

/**
 * Sees that an answer tells nothing of the inside of the service.
 * @param told what the client sent itself, which an answer may repeat.
 */
export function expectNoLeak(body: string, told: string[] = []): void {
  const own = told
    .flatMap((text) => [text, text.trim(), text.normalize('NFC'), encodeURIComponent(text.toWellFormed())])
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    .flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    .flatMap((text) => [text, inHtml(text)])
    .filter((text) => text.length > 2)
    .sort((a, b) => b.length - a.length);
  const said = own.reduce((rest, text) => rest.replaceAll(text, ' '), body);
  for (const inside of INSIDE) expect(said).not.toMatch(inside);
  expect(said).not.toContain(projectFolder);
  const { password } = testDatabase().connection;
  if (password.length >= SECRET_LENGTH) expect(said).not.toContain(password);
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const inHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);

/** Sees that the service lives: a good request, which needs the database, is answered. */
export async function expectGood(get: (url: string) => Promise<{ status: number }>): Promise<void> {
  expect((await get('/v1/statements?limit=1')).status).toBe(200);
}
