CREATE TABLE api_keys (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  origin text NOT NULL,
  digest bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  units text[],
  reads_own_only boolean NOT NULL DEFAULT false,
  ci_trust_id uuid,
  CONSTRAINT api_keys_organisation_id_digest_key UNIQUE (organisation_id, digest),
  CONSTRAINT api_keys_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT api_keys_origin_check CHECK ((origin = ANY (ARRAY['first'::text, 'environment'::text, 'made'::text, 'ci'::text]))),
  CONSTRAINT api_keys_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE audit_ranges (
  organisation_id uuid NOT NULL,
  run_id uuid NOT NULL,
  number integer NOT NULL,
  deployments text[] NOT NULL,
  rest boolean NOT NULL,
  done boolean NOT NULL DEFAULT false,
  tail text,
  findings_text text,
  egress_text text,
  CONSTRAINT audit_ranges_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT audit_ranges_organisation_id_run_id_fkey FOREIGN KEY (organisation_id, run_id) REFERENCES audit_runs(organisation_id, id) ON DELETE CASCADE,
  CONSTRAINT audit_ranges_pkey PRIMARY KEY (organisation_id, run_id, number)
) -- row security, forced;

CREATE TABLE audit_results (
  organisation_id uuid NOT NULL,
  audit_id uuid NOT NULL,
  number integer NOT NULL,
  content text NOT NULL,
  CONSTRAINT audit_results_organisation_id_audit_id_fkey FOREIGN KEY (organisation_id, audit_id) REFERENCES audits(organisation_id, id) ON DELETE CASCADE,
  CONSTRAINT audit_results_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT audit_results_pkey PRIMARY KEY (organisation_id, audit_id, number)
) -- row security, forced;

CREATE TABLE audit_runs (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  begun_at timestamp(3) with time zone NOT NULL,
  revision bigint NOT NULL,
  input text NOT NULL,
  CONSTRAINT audit_runs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT audit_runs_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE audits (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  requested_by uuid NOT NULL,
  as_of timestamp with time zone NOT NULL,
  engine text NOT NULL,
  conclusion text NOT NULL,
  blocked boolean NOT NULL,
  counts jsonb NOT NULL,
  snapshot_digest text NOT NULL,
  facts_digest text NOT NULL,
  pack_digests jsonb NOT NULL,
  request text NOT NULL,
  result_digest text NOT NULL,
  register_revision bigint,
  part jsonb,
  emptied_at timestamp(3) with time zone,
  size bigint,
  CONSTRAINT audits_check CHECK (((emptied_at IS NULL) OR (request = ''::text))),
  CONSTRAINT audits_conclusion_check CHECK ((conclusion = ANY (ARRAY['conforming'::text, 'non-conforming'::text, 'inconclusive'::text]))),
  CONSTRAINT audits_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT audits_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE ci_tokens_taken (
  organisation_id uuid NOT NULL,
  digest bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT ci_tokens_taken_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT ci_tokens_taken_pkey PRIMARY KEY (organisation_id, digest)
) -- row security, forced;

CREATE TABLE ci_trusts (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  issuer text NOT NULL,
  repository text NOT NULL,
  workflow text NOT NULL,
  ref text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  created_by uuid NOT NULL,
  CONSTRAINT ci_trusts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT ci_trusts_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE clearances (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  deployment text NOT NULL,
  audit_id uuid NOT NULL,
  weights json NOT NULL,
  image_digest text,
  reason text NOT NULL,
  granted_by uuid NOT NULL,
  granted_at timestamp(3) with time zone NOT NULL,
  expires_at timestamp(3) with time zone NOT NULL,
  revoked_at timestamp(3) with time zone,
  revoked_by uuid,
  revoked_for text,
  CONSTRAINT clearances_organisation_id_audit_id_fkey FOREIGN KEY (organisation_id, audit_id) REFERENCES audits(organisation_id, id),
  CONSTRAINT clearances_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT clearances_organisation_id_number_key UNIQUE (organisation_id, number),
  CONSTRAINT clearances_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE decision_events (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  decision_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor uuid NOT NULL,
  what text NOT NULL,
  details json NOT NULL,
  CONSTRAINT decision_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT decision_events_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE decision_inputs (
  organisation_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  version bigint NOT NULL,
  inputs json NOT NULL,
  input_hash text NOT NULL,
  CONSTRAINT decision_inputs_organisation_id_decision_id_fkey FOREIGN KEY (organisation_id, decision_id) REFERENCES decisions(organisation_id, id),
  CONSTRAINT decision_inputs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT decision_inputs_pkey PRIMARY KEY (organisation_id, decision_id, version)
) -- row security, forced;

CREATE TABLE decisions (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  title text NOT NULL,
  deployment text,
  author uuid NOT NULL,
  version bigint NOT NULL,
  input_version bigint NOT NULL,
  author_version bigint NOT NULL,
  asked json,
  approval json,
  sign_off json,
  result text,
  result_digest text,
  supersedes uuid,
  created_at timestamp(3) with time zone NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT decisions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT decisions_organisation_id_number_key UNIQUE (organisation_id, number),
  CONSTRAINT decisions_organisation_id_supersedes_fkey FOREIGN KEY (organisation_id, supersedes) REFERENCES decisions(organisation_id, id),
  CONSTRAINT decisions_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT decisions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'signed-off'::text, 'rejected'::text, 'superseded'::text])))
) -- row security, forced;

CREATE TABLE deliveries (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  origin text NOT NULL,
  recipient json NOT NULL,
  message json NOT NULL,
  state text NOT NULL,
  attempts json NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  ended_at timestamp(3) with time zone,
  CONSTRAINT deliveries_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  CONSTRAINT deliveries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT deliveries_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'dead'::text])))
) -- row security, forced;

CREATE TABLE evidence (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  revises uuid,
  record text,
  type text NOT NULL,
  title text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  effective date NOT NULL,
  expires date,
  note text,
  added_at timestamp(3) with time zone NOT NULL,
  added_by uuid NOT NULL,
  CONSTRAINT evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT evidence_organisation_id_revises_key UNIQUE (organisation_id, revises),
  CONSTRAINT evidence_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE evidence_contents (
  organisation_id uuid NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT evidence_contents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT evidence_contents_pkey PRIMARY KEY (organisation_id, sha256)
) -- row security, forced;

CREATE TABLE evidence_reads (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor uuid NOT NULL,
  why text NOT NULL,
  CONSTRAINT evidence_reads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT evidence_reads_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE finding_events (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  fingerprint text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor uuid NOT NULL,
  what text NOT NULL,
  audit_id uuid,
  details json NOT NULL,
  CONSTRAINT finding_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT finding_events_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE finding_heads (
  organisation_id uuid NOT NULL,
  audit_id uuid,
  revision bigint,
  as_of timestamp(3) with time zone,
  moved_revision bigint NOT NULL,
  moved_as_of timestamp(3) with time zone NOT NULL,
  whole_audit_id uuid,
  next_flip timestamp(3) with time zone,
  rulebook text NOT NULL DEFAULT ''::text,
  CONSTRAINT finding_heads_check CHECK ((((audit_id IS NULL) = (revision IS NULL)) AND ((audit_id IS NULL) = (as_of IS NULL)))),
  CONSTRAINT finding_heads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT finding_heads_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE findings (
  organisation_id uuid NOT NULL,
  fingerprint text NOT NULL,
  rule_id text NOT NULL,
  pack text NOT NULL,
  severity text NOT NULL,
  severity_rank smallint NOT NULL,
  subject text NOT NULL,
  state text NOT NULL,
  assignee uuid,
  version bigint NOT NULL,
  opened_at timestamp(3) with time zone NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  audit_id uuid NOT NULL,
  finding json NOT NULL,
  CONSTRAINT findings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT findings_pkey PRIMARY KEY (organisation_id, fingerprint),
  CONSTRAINT findings_state_check CHECK ((state = ANY (ARRAY['open'::text, 'in-progress'::text, 'resolved'::text, 'waived'::text, 're-opened'::text])))
) -- row security, forced;

CREATE TABLE job_ticks (
  task text NOT NULL,
  minute timestamp with time zone NOT NULL,
  CONSTRAINT job_ticks_pkey PRIMARY KEY (task)
) -- row security, forced;

CREATE TABLE job_workers (
  id uuid NOT NULL,
  pools text[] NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT job_workers_pkey PRIMARY KEY (id)
) -- row security, forced;

CREATE TABLE jobs (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  input text NOT NULL,
  asker_kind text NOT NULL,
  asked_by uuid NOT NULL,
  idempotency_key text,
  request_digest text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  progress jsonb,
  attempts integer NOT NULL DEFAULT 0,
  fence integer NOT NULL DEFAULT 0,
  worker uuid,
  result jsonb,
  problem jsonb,
  CONSTRAINT jobs_asker_kind_check CHECK ((asker_kind = ANY (ARRAY['api-key'::text, 'user'::text, 'system'::text]))),
  CONSTRAINT jobs_check CHECK (((state = 'done'::text) = (result IS NOT NULL))),
  CONSTRAINT jobs_check1 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  CONSTRAINT jobs_check2 CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])) = (ended_at IS NOT NULL))),
  CONSTRAINT jobs_organisation_id_asked_by_idempotency_key_key UNIQUE (organisation_id, asked_by, idempotency_key),
  CONSTRAINT jobs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT jobs_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT jobs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
) -- row security, forced;

CREATE TABLE kept_answers (
  organisation_id uuid NOT NULL,
  digest bytea NOT NULL,
  request_digest text NOT NULL,
  answer bytea,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT kept_answers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT kept_answers_pkey PRIMARY KEY (organisation_id, digest)
) -- row security, forced;

CREATE TABLE log_entries (
  organisation_id uuid NOT NULL,
  sequence bigint NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  details text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT head TRIGGER DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT log_entries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT log_entries_pkey PRIMARY KEY (organisation_id, sequence)
) -- row security, forced;

CREATE TABLE log_heads (
  organisation_id uuid NOT NULL,
  sequence bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT log_heads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT log_heads_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);

CREATE TABLE notification_looks (
  organisation_id uuid NOT NULL,
  next_at timestamp(3) with time zone NOT NULL,
  looked_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT notification_looks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT notification_looks_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE notification_reads (
  organisation_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  reader uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  CONSTRAINT notification_reads_organisation_id_notification_id_fkey FOREIGN KEY (organisation_id, notification_id) REFERENCES notifications(organisation_id, id),
  CONSTRAINT notification_reads_pkey PRIMARY KEY (organisation_id, notification_id, reader)
) -- row security, forced;

CREATE TABLE notification_settings (
  organisation_id uuid NOT NULL,
  terms json NOT NULL,
  version bigint NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT notification_settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT notification_settings_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE notifications (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  event text NOT NULL,
  subject text NOT NULL,
  title text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  CONSTRAINT notifications_organisation_id_event_key UNIQUE (organisation_id, event),
  CONSTRAINT notifications_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT notifications_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE organisations (
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT organisations_pkey PRIMARY KEY (id)
) -- row security, forced;

CREATE TABLE own_policies (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  state text NOT NULL,
  text_id uuid NOT NULL,
  approved json,
  version bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT own_policies_check CHECK (((state <> 'in-force'::text) OR (approved IS NOT NULL))),
  CONSTRAINT own_policies_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT own_policies_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT own_policies_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'rejected'::text, 'in-force'::text, 'retired'::text])))
) -- row security, forced;

CREATE TABLE own_policy_events (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  policy_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor uuid NOT NULL,
  what text NOT NULL,
  remark text,
  text text,
  CONSTRAINT own_policy_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT own_policy_events_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE pulled_contents (
  organisation_id uuid NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pulled_contents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT pulled_contents_pkey PRIMARY KEY (organisation_id, sha256)
) -- row security, forced;

CREATE TABLE pulls (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  connection text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  requested_by uuid NOT NULL,
  complete boolean NOT NULL,
  content_digest text NOT NULL,
  file_count integer NOT NULL,
  gap_count integer NOT NULL,
  files json NOT NULL,
  report text NOT NULL,
  CONSTRAINT pulls_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT pulls_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE reaudits (
  organisation_id uuid NOT NULL,
  terms json NOT NULL,
  version bigint NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  asked_revision bigint NOT NULL,
  looked_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT reaudits_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT reaudits_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE record_confirmations (
  organisation_id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor uuid NOT NULL,
  CONSTRAINT record_confirmations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT record_confirmations_pkey PRIMARY KEY (organisation_id, kind, key)
) -- row security, forced;

CREATE TABLE register_collections (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  revision bigint NOT NULL,
  ended_by bigint,
  files jsonb NOT NULL,
  sources jsonb NOT NULL,
  settings json NOT NULL,
  problems json NOT NULL,
  CONSTRAINT register_collections_check CHECK ((ended_by > revision)),
  CONSTRAINT register_collections_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT register_collections_organisation_id_name_revision_key UNIQUE (organisation_id, name, revision),
  CONSTRAINT register_collections_organisation_id_revision_fkey FOREIGN KEY (organisation_id, revision) REFERENCES register_revisions(organisation_id, revision),
  CONSTRAINT register_collections_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE register_contents (
  organisation_id uuid NOT NULL,
  sha256 text NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT register_contents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT register_contents_pkey PRIMARY KEY (organisation_id, sha256)
) -- row security, forced;

CREATE TABLE register_heads (
  organisation_id uuid NOT NULL,
  revision bigint NOT NULL,
  CONSTRAINT register_heads_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT register_heads_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE register_records (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  revision bigint NOT NULL,
  ended_by bigint,
  change text NOT NULL,
  statements jsonb NOT NULL,
  value jsonb NOT NULL,
  disputed text[] NOT NULL,
  paths text[] NOT NULL,
  name text NOT NULL GENERATED ALWAYS AS ("left"(lower((COALESCE((value ->> 'name'::text), key) COLLATE "default")), 300)) STORED,
  deployment text GENERATED ALWAYS AS (
CASE
    WHEN (kind = 'dataFlow'::text) THEN "left"((value ->> 'deployment'::text), 601)
    ELSE NULL::text
END) STORED,
  CONSTRAINT register_records_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'moved'::text, 'retired'::text]))),
  CONSTRAINT register_records_check CHECK ((ended_by > revision)),
  CONSTRAINT register_records_check1 CHECK (((change = 'retired'::text) = (jsonb_array_length(statements) = 0))),
  CONSTRAINT register_records_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT register_records_organisation_id_kind_key_revision_key UNIQUE (organisation_id, kind, key, revision),
  CONSTRAINT register_records_organisation_id_revision_fkey FOREIGN KEY (organisation_id, revision) REFERENCES register_revisions(organisation_id, revision),
  CONSTRAINT register_records_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE register_revisions (
  organisation_id uuid NOT NULL,
  revision bigint NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  changed_by uuid NOT NULL,
  reason text NOT NULL,
  counts jsonb NOT NULL,
  CONSTRAINT register_revisions_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT register_revisions_pkey PRIMARY KEY (organisation_id, revision)
) -- row security, forced;

CREATE TABLE reports (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  audit_id uuid NOT NULL,
  template text NOT NULL,
  language text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  requested_by uuid NOT NULL,
  digest text NOT NULL,
  pdf bytea NOT NULL,
  CONSTRAINT reports_organisation_id_audit_id_fkey FOREIGN KEY (organisation_id, audit_id) REFERENCES audits(organisation_id, id),
  CONSTRAINT reports_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE retention_looks (
  organisation_id uuid NOT NULL,
  asked_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT retention_looks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT retention_looks_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE retention_runs (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  deleted json NOT NULL,
  CONSTRAINT retention_runs_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT retention_runs_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE retention_settings (
  organisation_id uuid NOT NULL,
  terms json NOT NULL,
  version bigint NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT retention_settings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT retention_settings_pkey PRIMARY KEY (organisation_id)
) -- row security, forced;

CREATE TABLE schedule_dues (
  organisation_id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  next_run_at timestamp(3) with time zone NOT NULL,
  reckoned_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT schedule_dues_organisation_id_schedule_id_fkey FOREIGN KEY (organisation_id, schedule_id) REFERENCES schedules(organisation_id, id),
  CONSTRAINT schedule_dues_pkey PRIMARY KEY (organisation_id, schedule_id)
) -- row security, forced;

CREATE TABLE schedule_runs (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  schedule_id uuid NOT NULL,
  due_at timestamp(3) with time zone NOT NULL,
  why text NOT NULL,
  asked_by uuid,
  job_id uuid,
  state text NOT NULL,
  ended_at timestamp(3) with time zone,
  audit_id uuid,
  report_id uuid,
  conclusion text,
  state_digest text,
  note text,
  CONSTRAINT schedule_runs_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  CONSTRAINT schedule_runs_check1 CHECK (((state = ANY (ARRAY['reported'::text, 'skipped'::text])) = (audit_id IS NOT NULL))),
  CONSTRAINT schedule_runs_check2 CHECK (((state = 'reported'::text) = (report_id IS NOT NULL))),
  CONSTRAINT schedule_runs_organisation_id_schedule_id_due_at_key UNIQUE (organisation_id, schedule_id, due_at),
  CONSTRAINT schedule_runs_organisation_id_schedule_id_fkey FOREIGN KEY (organisation_id, schedule_id) REFERENCES schedules(organisation_id, id),
  CONSTRAINT schedule_runs_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT schedule_runs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'reported'::text, 'skipped'::text, 'failed'::text]))),
  CONSTRAINT schedule_runs_why_check CHECK ((why = ANY (ARRAY['due'::text, 'asked'::text])))
) -- row security, forced;

CREATE TABLE schedules (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  terms json NOT NULL,
  version bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  created_by uuid NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  ended_at timestamp(3) with time zone,
  CONSTRAINT schedules_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT schedules_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE sessions (
  organisation_id uuid NOT NULL,
  digest bytea NOT NULL,
  user_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT sessions_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id) REFERENCES users(organisation_id, id),
  CONSTRAINT sessions_pkey PRIMARY KEY (organisation_id, digest)
) -- row security, forced;

CREATE TABLE sign_in_attempts (
  organisation_id uuid NOT NULL,
  email_digest bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_attempts_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (organisation_id, email_digest)
) -- row security, forced;

CREATE TABLE sign_in_challenges (
  organisation_id uuid NOT NULL,
  digest bytea NOT NULL,
  state text NOT NULL,
  nonce text NOT NULL,
  code_verifier text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_challenges_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT sign_in_challenges_pkey PRIMARY KEY (organisation_id, digest)
) -- row security, forced;

CREATE TABLE sign_in_links (
  organisation_id uuid NOT NULL,
  digest bytea NOT NULL,
  user_id uuid NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT sign_in_links_organisation_id_user_id_fkey FOREIGN KEY (organisation_id, user_id) REFERENCES users(organisation_id, id),
  CONSTRAINT sign_in_links_pkey PRIMARY KEY (organisation_id, digest)
) -- row security, forced;

CREATE TABLE users (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  email text,
  name text,
  roles text[] NOT NULL,
  state text NOT NULL,
  password_hash text,
  issuer text,
  issuer_subject text,
  created_at timestamp with time zone NOT NULL,
  units text[] NOT NULL DEFAULT '{}'::text[],
  reads_own_only boolean NOT NULL DEFAULT false,
  CONSTRAINT users_check CHECK (((state <> 'erased'::text) OR ((email IS NULL) AND (name IS NULL) AND (password_hash IS NULL) AND (issuer_subject IS NULL)))),
  CONSTRAINT users_organisation_id_email_key UNIQUE (organisation_id, email),
  CONSTRAINT users_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT users_organisation_id_issuer_issuer_subject_key UNIQUE (organisation_id, issuer, issuer_subject),
  CONSTRAINT users_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT users_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text, 'erased'::text])))
) -- row security, forced;

CREATE TABLE waiver_events (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  waiver_id uuid NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  actor_kind text NOT NULL,
  actor uuid NOT NULL,
  what text NOT NULL,
  details json NOT NULL,
  CONSTRAINT waiver_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT waiver_events_pkey PRIMARY KEY (organisation_id, id)
) -- row security, forced;

CREATE TABLE waivers (
  organisation_id uuid NOT NULL,
  id uuid NOT NULL,
  number integer NOT NULL,
  state text NOT NULL,
  requested_by uuid NOT NULL,
  terms json NOT NULL,
  approvals json NOT NULL,
  version bigint NOT NULL,
  created_at timestamp(3) with time zone NOT NULL,
  changed_at timestamp(3) with time zone NOT NULL,
  CONSTRAINT waivers_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  CONSTRAINT waivers_organisation_id_number_key UNIQUE (organisation_id, number),
  CONSTRAINT waivers_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT waivers_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text, 're-opened'::text])))
) -- row security, forced;

CREATE INDEX api_keys_of_trust ON public.api_keys USING btree (organisation_id, ci_trust_id) WHERE (ci_trust_id IS NOT NULL);

CREATE INDEX ci_trusts_of ON public.ci_trusts USING btree (organisation_id, issuer, repository);

CREATE INDEX clearances_of ON public.clearances USING btree (organisation_id, deployment, number);

CREATE INDEX decision_events_of ON public.decision_events USING btree (organisation_id, decision_id, id);

CREATE INDEX deliveries_of ON public.deliveries USING btree (organisation_id, origin, id);

CREATE INDEX evidence_of_record ON public.evidence USING btree (organisation_id, record);

CREATE INDEX evidence_reads_of ON public.evidence_reads USING btree (organisation_id, evidence_id, id);

CREATE INDEX finding_events_of ON public.finding_events USING btree (organisation_id, fingerprint, id);

CREATE INDEX findings_by_severity ON public.findings USING btree (organisation_id, severity_rank, fingerprint);

CREATE INDEX findings_by_subject ON public.findings USING btree (organisation_id, subject);

CREATE INDEX jobs_by_state ON public.jobs USING btree (organisation_id, state, id);

CREATE INDEX kept_answers_by_age ON public.kept_answers USING btree (organisation_id, created_at);

CREATE UNIQUE INDEX own_policies_in_force ON public.own_policies USING btree (organisation_id, name) WHERE (state = 'in-force'::text);

CREATE UNIQUE INDEX own_policies_worked_on ON public.own_policies USING btree (organisation_id, name) WHERE (state = ANY (ARRAY['draft'::text, 'in-review'::text, 'rejected'::text]));

CREATE INDEX own_policy_events_of ON public.own_policy_events USING btree (organisation_id, policy_id, id);

CREATE INDEX pulls_by_connection ON public.pulls USING btree (organisation_id, connection, id);

CREATE UNIQUE INDEX register_collections_current ON public.register_collections USING btree (organisation_id, name) WHERE (ended_by IS NULL);

CREATE INDEX register_records_by_hand ON public.register_records USING btree (organisation_id) WHERE (statements @> '[{"importer": "register"}]'::jsonb);

CREATE INDEX register_records_changed ON public.register_records USING btree (organisation_id, lpad((revision)::text, 19, '0'::text), kind, key) WHERE ((ended_by IS NULL) AND (change <> 'retired'::text));

CREATE UNIQUE INDEX register_records_current ON public.register_records USING btree (organisation_id, kind, key) WHERE (ended_by IS NULL);

CREATE INDEX register_records_disputed ON public.register_records USING btree (organisation_id, kind, key) WHERE ((ended_by IS NULL) AND (disputed <> '{}'::text[]));

CREATE INDEX register_records_flows ON public.register_records USING btree (organisation_id, deployment) WHERE (kind = 'dataFlow'::text);

CREATE INDEX register_records_listed ON public.register_records USING btree (organisation_id, kind, key) INCLUDE (name, id) WHERE ((ended_by IS NULL) AND (change <> 'retired'::text));

CREATE INDEX register_records_named ON public.register_records USING btree (organisation_id, name, kind, key) INCLUDE (id) WHERE ((ended_by IS NULL) AND (change <> 'retired'::text));

CREATE INDEX register_records_paths ON public.register_records USING gin (paths) WHERE (ended_by IS NULL);

CREATE INDEX register_records_revision ON public.register_records USING brin (revision) WITH (pages_per_range='16');

CREATE INDEX register_records_undeclared ON public.register_records USING btree (organisation_id) WHERE ((kind = 'dataFlow'::text) AND ((value -> 'undeclared'::text) = 'true'::jsonb));

CREATE INDEX register_records_value ON public.register_records USING gin (value jsonb_path_ops) WHERE (ended_by IS NULL);

CREATE INDEX register_revisions_changed ON public.register_revisions USING btree (organisation_id, changed_at);

CREATE INDEX schedule_dues_next ON public.schedule_dues USING btree (next_run_at);

CREATE INDEX sessions_of_user ON public.sessions USING btree (organisation_id, user_id);

CREATE INDEX waiver_events_of ON public.waiver_events USING btree (organisation_id, waiver_id, id);

CREATE POLICY own_organisation ON api_keys FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON audit_ranges FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON audit_results FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON audit_runs FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON audits FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON ci_tokens_taken FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON ci_trusts FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON clearances FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON decision_events FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON decision_inputs FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON decisions FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON deliveries FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON evidence FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON evidence_contents FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON evidence_reads FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON finding_events FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON finding_heads FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON findings FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY of_no_organisation ON job_ticks FOR ALL TO public USING (true);

CREATE POLICY of_no_organisation ON job_workers FOR ALL TO public USING (true);

CREATE POLICY own_organisation ON jobs FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON kept_answers FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON log_entries FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON log_heads FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON notification_looks FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON notification_reads FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON notification_settings FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON notifications FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY listed_by_owner ON organisations FOR SELECT TO domicile USING (true);

CREATE POLICY own_organisation ON organisations FOR ALL TO public USING ((id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON own_policies FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON own_policy_events FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON pulled_contents FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON pulls FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON reaudits FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON record_confirmations FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON register_collections FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON register_contents FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON register_heads FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON register_records FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON register_revisions FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON reports FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON retention_looks FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON retention_runs FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON retention_settings FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY of_every_organisation ON schedule_dues FOR ALL TO public USING (true);

CREATE POLICY own_organisation ON schedule_runs FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON schedules FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON sessions FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON sign_in_attempts FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON sign_in_challenges FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON sign_in_links FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON users FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON waiver_events FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE POLICY own_organisation ON waivers FOR ALL TO public USING ((organisation_id = ( SELECT (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid AS "nullif")));

CREATE TRIGGER chain BEFORE INSERT ON public.log_entries FOR EACH ROW EXECUTE FUNCTION chain_log_entry();

CREATE CONSTRAINT TRIGGER head AFTER INSERT ON public.log_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION move_log_head();

CREATE TRIGGER no_change BEFORE DELETE OR UPDATE ON public.log_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON public.log_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION public.chain_log_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      DECLARE
        head log_heads%ROWTYPE;
        last record;
      BEGIN
        SELECT * INTO head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        IF NOT FOUND THEN
          INSERT INTO log_heads VALUES (NEW.organisation_id, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
          SELECT * INTO STRICT head FROM log_heads WHERE organisation_id = NEW.organisation_id FOR UPDATE;
        END IF;
        SELECT sequence, hash INTO last FROM log_entries WHERE organisation_id = NEW.organisation_id AND sequence > head.sequence ORDER BY sequence DESC LIMIT 1;
        NEW.sequence := coalesce(last.sequence, head.sequence) + 1;
        NEW.previous := coalesce(last.hash, head.hash);
        
  NEW.hash := encode(sha256(convert_to(
    netstring(NEW.previous) || netstring(NEW.sequence::text)
    || netstring(to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    || netstring(NEW.actor_kind) || netstring(NEW.actor) || netstring(NEW.action) || netstring(NEW.subject) || netstring(NEW.details), 'UTF8')), 'hex');
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.move_log_head()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
      DECLARE inside text := current_setting('app.organisation', true);
      BEGIN
        -- The transaction may have gone on to another organisation since.
        PERFORM set_config('app.organisation', NEW.organisation_id::text, true);
        IF NOT EXISTS (SELECT FROM log_heads WHERE organisation_id = NEW.organisation_id AND sequence >= NEW.sequence) THEN
          UPDATE log_heads h SET sequence = e.sequence, hash = e.hash
          FROM (SELECT sequence, hash FROM log_entries WHERE organisation_id = NEW.organisation_id ORDER BY sequence DESC LIMIT 1) e
          WHERE h.organisation_id = NEW.organisation_id;
          IF NOT FOUND THEN RAISE EXCEPTION 'the audit log of organisation % has no head', NEW.organisation_id; END IF;
        END IF;
        PERFORM set_config('app.organisation', coalesce(inside, ''), true);
        RETURN NULL;
      END $function$
;

CREATE OR REPLACE FUNCTION public.netstring(field text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$
        SELECT octet_length(convert_to(field, 'UTF8')) || ':' || field
      $function$
;

CREATE OR REPLACE FUNCTION public.organisation_ids()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ SELECT id FROM organisations $function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'the audit log only grows';
      END $function$
;

GRANT DELETE, INSERT, SELECT ON api_keys TO app_rw;

GRANT DELETE, INSERT, SELECT, UPDATE ON audit_ranges TO app_rw;

GRANT DELETE, INSERT, SELECT ON audit_results TO app_rw;

GRANT DELETE, INSERT, SELECT ON audit_runs TO app_rw;

GRANT INSERT, SELECT ON audits TO app_rw;

GRANT DELETE, INSERT, SELECT ON ci_tokens_taken TO app_rw;

GRANT DELETE, INSERT, SELECT ON ci_trusts TO app_rw;

GRANT INSERT, SELECT ON clearances TO app_rw;

GRANT INSERT, SELECT ON decision_events TO app_rw;

GRANT INSERT, SELECT ON decision_inputs TO app_rw;

GRANT INSERT, SELECT ON decisions TO app_rw;

GRANT DELETE, INSERT, SELECT ON deliveries TO app_rw;

GRANT INSERT, SELECT ON evidence TO app_rw;

GRANT INSERT, SELECT ON evidence_contents TO app_rw;

GRANT DELETE, INSERT, SELECT ON evidence_reads TO app_rw;

GRANT INSERT, SELECT ON finding_events TO app_rw;

GRANT INSERT, SELECT ON finding_heads TO app_rw;

GRANT INSERT, MAINTAIN, SELECT ON findings TO app_rw;

GRANT INSERT, SELECT, UPDATE ON job_ticks TO app_rw;

GRANT DELETE, INSERT, SELECT, UPDATE ON job_workers TO app_rw;

GRANT DELETE, INSERT, SELECT ON jobs TO app_rw;

GRANT DELETE, INSERT, SELECT ON kept_answers TO app_rw;

GRANT SELECT ON log_entries TO app_rw;

GRANT SELECT ON log_heads TO app_rw;

GRANT INSERT, SELECT ON notification_looks TO app_rw;

GRANT DELETE, INSERT, SELECT ON notification_reads TO app_rw;

GRANT INSERT, SELECT ON notification_settings TO app_rw;

GRANT DELETE, INSERT, SELECT ON notifications TO app_rw;

GRANT SELECT ON organisations TO app_rw;

GRANT INSERT, SELECT ON own_policies TO app_rw;

GRANT INSERT, SELECT ON own_policy_events TO app_rw;

GRANT DELETE, INSERT, SELECT ON pulled_contents TO app_rw;

GRANT DELETE, INSERT, SELECT ON pulls TO app_rw;

GRANT INSERT, SELECT ON reaudits TO app_rw;

GRANT INSERT, SELECT ON record_confirmations TO app_rw;

GRANT INSERT, SELECT ON register_collections TO app_rw;

GRANT DELETE, INSERT, SELECT ON register_contents TO app_rw;

GRANT INSERT, SELECT ON register_heads TO app_rw;

GRANT INSERT, MAINTAIN, SELECT ON register_records TO app_rw;

GRANT INSERT, SELECT ON register_revisions TO app_rw;

GRANT DELETE, INSERT, SELECT ON reports TO app_rw;

GRANT INSERT, SELECT ON retention_looks TO app_rw;

GRANT INSERT, SELECT ON retention_runs TO app_rw;

GRANT INSERT, SELECT ON retention_settings TO app_rw;

GRANT DELETE, INSERT, SELECT, UPDATE ON schedule_dues TO app_rw;

GRANT DELETE, INSERT, SELECT ON schedule_runs TO app_rw;

GRANT INSERT, SELECT ON schedules TO app_rw;

GRANT DELETE, INSERT, SELECT ON sessions TO app_rw;

GRANT DELETE, INSERT, SELECT ON sign_in_attempts TO app_rw;

GRANT DELETE, INSERT, SELECT ON sign_in_challenges TO app_rw;

GRANT DELETE, INSERT, SELECT ON sign_in_links TO app_rw;

GRANT INSERT, SELECT ON users TO app_rw;

GRANT INSERT, SELECT ON waiver_events TO app_rw;

GRANT INSERT, SELECT ON waivers TO app_rw;

GRANT UPDATE (revoked_at) ON api_keys TO app_rw;

GRANT UPDATE (request, emptied_at) ON audits TO app_rw;

GRANT UPDATE (revoked_at, revoked_by, revoked_for) ON clearances TO app_rw;

GRANT UPDATE (state, title, deployment, version, input_version, author_version, asked, approval, sign_off, result, result_digest, changed_at) ON decisions TO app_rw;

GRANT UPDATE (message, state, attempts, ended_at) ON deliveries TO app_rw;

GRANT UPDATE (audit_id, revision, as_of, moved_revision, moved_as_of, whole_audit_id, next_flip, rulebook) ON finding_heads TO app_rw;

GRANT UPDATE (severity, severity_rank, state, assignee, version, changed_at, audit_id, finding) ON findings TO app_rw;

GRANT UPDATE (state, started_at, ended_at, progress, attempts, fence, worker, result, problem) ON jobs TO app_rw;

GRANT UPDATE (answer) ON kept_answers TO app_rw;

GRANT INSERT (organisation_id, at, actor_kind, actor, action, subject, details) ON log_entries TO app_rw;

GRANT UPDATE (next_at, looked_at) ON notification_looks TO app_rw;

GRANT UPDATE (terms, version, changed_at) ON notification_settings TO app_rw;

GRANT UPDATE (name) ON organisations TO app_rw;

GRANT UPDATE (state, text_id, approved, version, changed_at) ON own_policies TO app_rw;

GRANT UPDATE (sha256) ON pulled_contents TO app_rw;

GRANT UPDATE (terms, version, changed_at, asked_revision, looked_at) ON reaudits TO app_rw;

GRANT UPDATE (at, actor) ON record_confirmations TO app_rw;

GRANT UPDATE (ended_by) ON register_collections TO app_rw;

GRANT UPDATE (sha256) ON register_contents TO app_rw;

GRANT UPDATE (revision) ON register_heads TO app_rw;

GRANT UPDATE (ended_by) ON register_records TO app_rw;

GRANT UPDATE (asked_at) ON retention_looks TO app_rw;

GRANT UPDATE (terms, version, changed_at) ON retention_settings TO app_rw;

GRANT UPDATE (job_id, state, ended_at, audit_id, report_id, conclusion, state_digest, note) ON schedule_runs TO app_rw;

GRANT UPDATE (terms, version, changed_at, ended_at) ON schedules TO app_rw;

GRANT UPDATE (seen_at) ON sessions TO app_rw;

GRANT UPDATE (failures, last_at) ON sign_in_attempts TO app_rw;

GRANT UPDATE (used_at) ON sign_in_links TO app_rw;

GRANT UPDATE (email, name, roles, state, password_hash, issuer, issuer_subject, units, reads_own_only) ON users TO app_rw;

GRANT UPDATE (state, terms, approvals, version, changed_at) ON waivers TO app_rw;
