/** Puts COMMENT_FILE on the pull or merge request: one comment for each COMMENT_NAME, replaced from run to run, so that an old conclusion never stands beside a new one. */
import { readFileSync } from 'node:fs';
import { cutText } from './cut-text.mjs';

const { env } = process;
const mark = `<!-- domicile: ${(env.COMMENT_NAME || 'domicile').replace(/[^\w. /-]/g, '_')} -->`;
const place = env.GITLAB_CI ? gitlab() : github();

try {
  if (place === undefined) process.stdout.write('no pull or merge request here; nothing is commented on\n');
  else if (!env.COMMENT_TOKEN) warn(`no token to comment with; ${place.remedy}`);
  else process.stdout.write(`${await comment(place)}\n`);
} catch (error) {
  if (error.status === 403) warn(`the token may not comment; ${place.remedy}`);
  else {
    process.stderr.write(`the comment was not written: ${error.message}\n`);
    process.exitCode = 1;
  }
}

async function comment({ comments, one, verb, most, where, isOwn }) {
  const body = `${mark}\n${cutText(readFileSync(env.COMMENT_FILE || '.domicile/comment.md', 'utf8'), most, where)}`;
  const own = await isOwn();
  for (let page = 1; page <= 100; page++) {
    const listed = await call('GET', `${comments}?per_page=100&page=${page}`);
    const mine = listed.find((each) => typeof each.body === 'string' && each.body.startsWith(mark) && own(each));
    if (mine !== undefined) {
      await call(verb, `${one}/${mine.id}`, { body });
      return `comment ${mine.id} replaced`;
    }
    if (listed.length < 100) break;
  }
  return `comment ${(await call('POST', comments, { body })).id} written`;
}

function github() {
  if (!env.COMMENT_NUMBER) return undefined;
  const repository = `${env.GITHUB_API_URL}/repos/${env.GITHUB_REPOSITORY}/issues`;
  return {
    comments: `${repository}/${env.COMMENT_NUMBER}/comments`,
    one: `${repository}/comments`,
    verb: 'PATCH',
    most: 65_000,
    where: 'the rest is in the summary of the job',
    remedy: "give the job 'permissions: pull-requests: write'; a pull request from a fork has none, its result stands in the summary of the job",
    // The token of a job belongs to an app, and cannot ask who it is.
    isOwn: async () => {
      const login = await call('GET', `${env.GITHUB_API_URL}/user`).then((user) => user.login, (error) => { if (error.status === 403) return undefined; throw error; });
      return ({ user }) => (login === undefined ? user?.type === 'Bot' : user?.login === login);
    },
  };
}

function gitlab() {
  if (!env.CI_MERGE_REQUEST_IID) return undefined;
  const notes = `${env.CI_API_V4_URL}/projects/${env.CI_PROJECT_ID}/merge_requests/${env.CI_MERGE_REQUEST_IID}/notes`;
  return {
    comments: notes,
    one: notes,
    verb: 'PUT',
    most: 900_000,
    where: 'the rest is in the artifacts of the job',
    remedy: 'set the masked variable COMMENT_TOKEN to a project access token with the scope api',
    isOwn: async () => {
      const { id } = await call('GET', `${env.CI_API_V4_URL}/user`);
      return ({ author }) => author?.id === id;
    },
  };
}

async function call(method, url, body) {
  const authorization = env.GITLAB_CI ? { 'private-token': env.COMMENT_TOKEN } : { authorization: `Bearer ${env.COMMENT_TOKEN}`, accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' };
  const answer = await fetch(url, { method, headers: { ...authorization, 'user-agent': 'domicile', ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(30_000) });
  if (!answer.ok) throw Object.assign(new Error(`${method} ${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`), { status: answer.status });
  return answer.json();
}

function warn(message) {
  process.stdout.write(env.GITHUB_ACTIONS ? `::warning title=Domicile::${message}\n` : `WARNING: ${message}\n`);
}
