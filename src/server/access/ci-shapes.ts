import { z } from 'zod';
import { permission } from '../platform/authorization/permission.js';
import { issuerAddress } from '../platform/http/issuer-address.js';
import { plainText } from '../platform/http/plain-text.js';
import { permissionsOfRoles } from './role.js';

const pattern = (max: number) => plainText(max).regex(/^[^\s]+$/, 'has a space; write the text as the token has it, with * for any characters');

/** What a job in CI may be given at most. */
const ciScope = permission.extract([...permissionsOfRoles(['ci'])] as [z.output<typeof permission>]);

const issuer = issuerAddress.describe('as the claim iss has it, such as https://token.actions.githubusercontent.com or https://gitlab.com');
const repository = z.string().regex(/^[1-9]\d{0,19}$/, 'is not the number of a repository or project; write repository_id of GitHub or project_id of GitLab').describe('repository_id of GitHub, project_id of GitLab: a name can pass to someone else, a number cannot');

export const newCiTrust = z
  .strictObject({
    name: plainText(100).describe('what the jobs are for'),
    issuer,
    repository,
    workflow: pattern(500).default('*').describe('job_workflow_ref of GitHub or ci_config_ref_uri of GitLab; * stands for any characters'),
    ref: pattern(300).describe('ref of the token, such as refs/heads/main for GitHub or main for GitLab; * stands for any characters'),
    scopes: z.array(ciScope).min(1, 'is empty; name at least one scope').transform((given) => [...new Set(given)]),
  })
  .meta({ id: 'NewCiTrust', example: { name: 'pipeline of models', issuer: 'https://token.actions.githubusercontent.com', repository: '123456789', workflow: 'acme/models/.github/workflows/domicile.yml@refs/heads/main', ref: 'refs/heads/main', scopes: ['audit:create', 'audit:read'] } });

export type NewCiTrust = z.output<typeof newCiTrust>;

const example = { id: '01990000-0000-7000-8000-000000000006', name: 'pipeline of models', issuer: 'https://token.actions.githubusercontent.com', repository: '123456789', workflow: '*', ref: 'refs/heads/main', scopes: ['audit:create', 'audit:read'], createdAt: '2026-11-23T12:00:00.000Z' };

export const ciTrustView = z.object({ id: z.uuid(), name: z.string(), issuer: z.string(), repository: z.string(), workflow: z.string(), ref: z.string(), scopes: z.array(permission), createdAt: z.iso.datetime() }).meta({ id: 'CiTrust', example });
export type CiTrustView = z.output<typeof ciTrustView>;

export const ciTrustList = z.object({ items: z.array(ciTrustView), total: z.int() }).meta({ id: 'CiTrustList', example: { items: [example], total: 1 } });
export type CiTrustList = z.output<typeof ciTrustList>;

export const ciExchange = z
  .strictObject({ token: z.string().min(1, 'is empty; send the ID token of the job').max(20_000, 'is longer than any ID token').describe('ID token of the job, made for the address of this server'), organisation: z.uuid().optional().describe('the first organisation when absent') })
  .meta({ id: 'CiExchange', example: { token: 'eyJhbGciOiJSUzI1NiIsImtpZCI6…' } });
export type CiExchange = z.output<typeof ciExchange>;

export const ciAccess = z.object({ key: z.string().describe('send it as Authorization: Bearer'), expiresAt: z.iso.datetime(), scopes: z.array(permission) }).meta({ id: 'CiAccess', example: { key: 'dmc_AAAAAAAAcACAAAAAAAAAAQ_…', expiresAt: '2026-11-23T12:15:00.000Z', scopes: ['audit:create', 'audit:read'] } });
export type CiAccess = z.output<typeof ciAccess>;
