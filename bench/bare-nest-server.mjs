/** Nest on Fastify with one route that answers a small object: what the server's routes are measured against. */
import 'reflect-metadata';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Bare {
  get() {
    return { status: 'ok' };
  }

  post() {
    return { status: 'ok' };
  }
}
Get()(Bare.prototype, 'get', Object.getOwnPropertyDescriptor(Bare.prototype, 'get'));
Body()(Bare.prototype, 'post', 0);
Post()(Bare.prototype, 'post', Object.getOwnPropertyDescriptor(Bare.prototype, 'post'));
Controller('bare')(Bare);

class App {}
Module({ controllers: [Bare] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
console.log(`answers at ${await app.getUrl()}`);
