import { flowPlaces, toneOfFlow, type FlowPlace } from '../exposure/flow-places.js';
import { byCodeUnit } from '../inventory/by-code-unit.js';
import { type DataFlow } from '../inventory/data-flow.js';
import { type ReportTone } from './report-block.js';
import { type ReportContext } from './report-context.js';

export interface FlowReach {
  readonly flow: DataFlow;
  /** Number of the flow in this report, from 1. */
  readonly number: number;
  /** Countries in which the data is processed, stored or reached, with what happens there. */
  readonly places: readonly FlowPlace[];
  /** Country of the recipient's ultimate parent, where it differs from the places. */
  readonly parentCountry?: string;
  readonly tone: ReportTone;
}

/** Where each flow in scope goes, in order of id. A flow without a known place is open: it is not taken to stay at home. */
export function flowReaches(context: ReportContext): readonly FlowReach[] {
  const { snapshot, meta } = context.input;
  const flows = snapshot.dataFlows.filter(({ deployment }) => meta.deployment === undefined || deployment === meta.deployment);
  return [...flows].sort((a, b) => byCodeUnit(a.id, b.id)).map((flow, index) => reachOf(context, flow, index + 1));
}

function reachOf(context: ReportContext, flow: DataFlow, number: number): FlowReach {
  const places = flowPlaces(flow);
  const parent = context.input.snapshot.providers.find(({ id }) => id === flow.to)?.ultimateParentCountry;
  return { flow, number, places, tone: toneOfFlow(places, (country) => context.toneOf(country)), ...(parent === undefined || places.some(({ country }) => country === parent) ? {} : { parentCountry: parent }) };
}
