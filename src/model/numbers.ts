import { z } from 'zod';

/** A number of things, or a position counted from 0. */
export const count = z.number().int().min(0);

export const confidence = z.number().min(0).max(1).describe('From 0 (a guess) to 1 (stated outright).');
