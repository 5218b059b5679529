import 'reflect-metadata';

import { parentPort, workerData } from 'node:worker_threads';

import { Batches, type Part } from './batch.js';
import type { Order } from './making.js';

/** One of the threads that make accounts: each message is a part of the order, and is answered with its rows. */
const batches = new Batches(workerData as Order);
parentPort?.on('message', (part: Part) => parentPort?.postMessage(batches.make(part)));
