import { type BlastRadius, type DeploymentOfShock } from './shock-result.js';

const order: readonly (string | null)[] = ['critical', 'important', 'standard', 'low', null];

/** Deployments by criticality, the weightiest first; levels that no deployment has are left out. */
export function blastRadius(deployments: readonly DeploymentOfShock[]): BlastRadius[] {
  return order.flatMap((criticality): BlastRadius[] => {
    const level = deployments.filter((one) => one.criticality === criticality);
    if (level.length === 0) return [];
    const broken = level.filter(({ impact }) => impact === 'breaks');
    const counted = (impact: DeploymentOfShock['impact']): number => level.filter((one) => one.impact === impact).length;
    const stated = broken.flatMap(({ usersPerMonth }) => (usersPerMonth === null ? [] : [usersPerMonth]));
    return [
      {
        criticality,
        breaks: broken.length,
        undecided: counted('undecided'),
        unchanged: counted('unchanged'),
        usersPerMonth: { value: stated.reduce((sum, users) => sum + users, 0), unit: 'users/month', kind: 'declared', notStatedFor: broken.length - stated.length },
      },
    ];
  });
}
