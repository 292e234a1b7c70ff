import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type CompiledPack } from '../../core/policy/compiled-pack.js';
import { bundledFolder } from '../../files/bundled-folder.js';
import { readPolicyPacks } from '../../files/read-policy-packs.js';
import { type PolicyList } from './policy-shapes.js';

/** The policy packs of this installation. */
@Injectable()
export class PoliciesService {
  private read: Promise<readonly CompiledPack[]> | undefined;

  packs(): Promise<readonly CompiledPack[]> {
    return (this.read ??= readShippedPacks());
  }

  async list(): Promise<PolicyList> {
    const items = (await this.packs()).map(({ id, title, version, owner, description, recommended, digest, waivers, rules }) => ({
      id,
      title,
      version,
      owner,
      description: description ?? null,
      recommended,
      digest,
      waivers: waivers === undefined ? null : { ...waivers, approverRoles: [...waivers.approverRoles] },
      rules: rules.map(({ id: rule, title: name, severity, subject, controls, rationale, remediation, check, enabled }) => ({ id: rule, title: name, severity: severity.map((dated) => ({ ...dated })), subject, controls: [...controls], rationale, remediation, check: check.source, enabled })),
    }));
    return { items, total: items.length };
  }
}

async function readShippedPacks(): Promise<readonly CompiledPack[]> {
  const compiled = bundledFolder('dist/policies');
  const ids = (await readdir(join(compiled, 'packs'))).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const { packs } = await readPolicyPacks(ids, { compiled, sources: bundledFolder('policies') }, new Set());
  return packs;
}
