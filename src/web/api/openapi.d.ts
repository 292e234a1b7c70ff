/** Generated from docs/openapi.json by the build. */
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly LogPage: {
            readonly entries: readonly {
                readonly sequence: number;
                /** Format: date-time */
                readonly at: string;
                readonly actorKind: string;
                readonly actor: string;
                readonly action: string;
                readonly subject: string;
                /** @description JSON text */
                readonly details: string;
                readonly previous: string;
                readonly hash: string;
            }[];
            /** @description end of the whole log; keep it elsewhere, so that a cut-off end shows */
            readonly head: {
                readonly sequence: number;
                readonly hash: string;
            };
        };
        readonly NewApiKey: {
            /** @description what the key is for */
            readonly name: string;
            /** @description what the key may do; nothing that its maker may not */
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
            /** @description units whose records the key changes, as a person has them; every unit where absent */
            readonly units?: readonly string[];
            /** @description whether only records of these units are read, where no role reads all; changed are no others in any case */
            readonly readsOwnOnly?: boolean;
            /**
             * Format: date-time
             * @description instant from which the key is refused
             */
            readonly expiresAt: string;
        };
        readonly MadeApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly origin: "first" | "environment" | "made" | "ci";
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
            /** @description null: every unit */
            readonly units: readonly string[] | null;
            readonly readsOwnOnly: boolean;
            /** Format: date-time */
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
            /** @description the key itself, told this once */
            readonly key: string;
        };
        readonly ApiKeyList: {
            readonly items: readonly components["schemas"]["ApiKey"][];
            readonly total: number;
        };
        readonly ApiKey: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly origin: "first" | "environment" | "made" | "ci";
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
            /** @description null: every unit */
            readonly units: readonly string[] | null;
            readonly readsOwnOnly: boolean;
            /** Format: date-time */
            readonly createdAt: string;
            readonly expiresAt: string | null;
            readonly revokedAt: string | null;
        };
        readonly NewUser: {
            readonly email: string;
            readonly name: string;
            /** @description what the person may do */
            readonly roles: readonly ("administrator" | "compliance-officer" | "model-owner" | "approver" | "data-protection-officer" | "legal" | "risk-officer" | "security-officer" | "auditor" | "ci")[];
            /** @description names as the field `owner` of deployments has them, and keys of legal entities such as entity/acme-se */
            readonly units?: readonly string[];
            /**
             * @description whether only records of these units are read, where no role reads all; changed are no others in any case
             * @default false
             */
            readonly readsOwnOnly: boolean;
        };
        readonly MadeUser: {
            readonly user: components["schemas"]["User"];
            /** @description address that signs the person in once; told this once */
            readonly link: string;
            /** Format: date-time */
            readonly expiresAt: string;
        };
        readonly User: {
            /** Format: uuid */
            readonly id: string;
            readonly email: string | null;
            readonly name: string | null;
            readonly roles: readonly ("administrator" | "compliance-officer" | "model-owner" | "approver" | "data-protection-officer" | "legal" | "risk-officer" | "security-officer" | "auditor" | "ci")[];
            readonly units: readonly string[];
            readonly readsOwnOnly: boolean;
            /** @enum {string} */
            readonly state: "active" | "disabled" | "erased";
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly UserList: {
            readonly items: readonly components["schemas"]["User"][];
            readonly total: number;
        };
        readonly UserChange: {
            readonly name?: string;
            /** @description what the person may do */
            readonly roles?: readonly ("administrator" | "compliance-officer" | "model-owner" | "approver" | "data-protection-officer" | "legal" | "risk-officer" | "security-officer" | "auditor" | "ci")[];
            /** @description names as the field `owner` of deployments has them, and keys of legal entities such as entity/acme-se */
            readonly units?: readonly string[];
            /** @description whether only records of these units are read, where no role reads all; changed are no others in any case */
            readonly readsOwnOnly?: boolean;
            /** @enum {string} */
            readonly state?: "active" | "disabled";
        };
        readonly SignInLink: {
            /** @description address that signs the person in once; told this once */
            readonly link: string;
            /** Format: date-time */
            readonly expiresAt: string;
        };
        readonly PeopleList: {
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly name: string | null;
                /** @description can sign in, so findings can be given to them */
                readonly active: boolean;
            }[];
            readonly total: number;
        };
        readonly SignIn: {
            readonly email: string;
            readonly password: string;
            /**
             * Format: uuid
             * @description the first organisation when absent
             */
            readonly organisation?: string;
        };
        readonly Session: {
            readonly user: components["schemas"]["User"];
            readonly permissions: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
            /** @description send it as X-CSRF-Token with every request that changes something */
            readonly csrfToken: string;
        };
        readonly SignInWays: {
            /** @enum {boolean} */
            readonly password: true;
            /** @description at an identity provider, from /api/v1/session/oidc */
            readonly oidc: boolean;
        };
        readonly NewPassword: {
            /** @description the password so far, where there is one */
            readonly current?: string;
            readonly next: string;
        };
        readonly CiExchange: {
            /** @description ID token of the job, made for the address of this server */
            readonly token: string;
            /**
             * Format: uuid
             * @description the first organisation when absent
             */
            readonly organisation?: string;
        };
        readonly CiAccess: {
            /** @description send it as Authorization: Bearer */
            readonly key: string;
            /** Format: date-time */
            readonly expiresAt: string;
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
        };
        readonly NewCiTrust: {
            /** @description what the jobs are for */
            readonly name: string;
            /** @description as the claim iss has it, such as https://token.actions.githubusercontent.com or https://gitlab.com */
            readonly issuer: string;
            /** @description repository_id of GitHub, project_id of GitLab: a name can pass to someone else, a number cannot */
            readonly repository: string;
            /**
             * @description job_workflow_ref of GitHub or ci_config_ref_uri of GitLab; * stands for any characters
             * @default *
             */
            readonly workflow: string;
            /** @description ref of the token, such as refs/heads/main for GitHub or main for GitLab; * stands for any characters */
            readonly ref: string;
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:read" | "job:create" | "job:read" | "policy:read")[];
        };
        readonly CiTrust: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            readonly issuer: string;
            readonly repository: string;
            readonly workflow: string;
            readonly ref: string;
            readonly scopes: readonly ("audit:create" | "audit:read" | "clearance:grant" | "clearance:read" | "decision:approve" | "decision:draft" | "decision:read" | "delivery:manage" | "evidence:add" | "evidence:read" | "finding:read" | "finding:work" | "job:cancel" | "job:create" | "job:read" | "key:manage" | "log:read" | "notification:read" | "pull:read" | "pull:run" | "policy:approve" | "policy:read" | "policy:write" | "register:audit" | "register:read" | "register:write" | "retention:manage" | "schedule:manage" | "schedule:read" | "user:manage" | "waiver:approve" | "waiver:read" | "waiver:request")[];
            /** Format: date-time */
            readonly createdAt: string;
        };
        readonly CiTrustList: {
            readonly items: readonly components["schemas"]["CiTrust"][];
            readonly total: number;
        };
        readonly ImportRequest: {
            /** @description files that belong together, such as those of a repository; the first part of their paths in the register */
            readonly collection: string;
            /**
             * @description files in any known format, new or in a new state; those of the collection that are not named stay as they are
             * @default []
             */
            readonly files: readonly ({
                /** @description relative path, forward slashes */
                readonly path: string;
                /** @description the text of the file */
                readonly content: string;
            } | {
                /** @description relative path, forward slashes */
                readonly path: string;
                /**
                 * Format: base64
                 * @description an Excel workbook in base64; each sheet becomes a table, register.xlsx/deployments.csv, and takes the place of what the workbook held before
                 */
                readonly workbook: string;
            })[];
            /**
             * @description files or folders of the collection that are to leave it, with all they state
             * @default []
             */
            readonly withdraw: readonly string[];
            /** @description why, for the history of every record that changes */
            readonly reason: string;
            /** @description digest of the preview that is to be applied; without it nothing is changed */
            readonly expects?: string;
        };
        readonly Import: {
            readonly applied: boolean;
            /** @description of the register, before a preview and after an import */
            readonly revision: number;
            /** @description of the changes; send it as `expects` to apply exactly these */
            readonly digest: string;
            readonly counts: {
                readonly added: number;
                readonly changed: number;
                readonly moved: number;
                readonly retired: number;
                readonly unchanged: number;
            };
            /** @description the first thousand; `moved` says the same at another place */
            readonly changes: readonly {
                readonly key: string;
                /** @enum {string} */
                readonly what: "added" | "changed" | "moved" | "retired";
                readonly value: {
                    readonly [key: string]: unknown;
                };
                readonly fields: readonly {
                    readonly pointer: string;
                    readonly before?: unknown;
                    readonly after?: unknown;
                }[];
                /** @description fields on which sources contradict each other then */
                readonly disputed: readonly string[];
            }[];
            readonly problems: readonly {
                readonly file: string;
                readonly line?: number;
                readonly column?: number;
                readonly code: string;
                readonly message: string;
                /**
                 * @description absent for an error, which keeps an import from being applied
                 * @enum {string}
                 */
                readonly level?: "warning";
            }[];
        };
        readonly CollectionList: {
            readonly items: readonly {
                readonly name: string;
                /** @description with which it became what it is */
                readonly revision: number;
                readonly files: readonly {
                    /** @description in the register; within the collection without its first part */
                    readonly path: string;
                    readonly sha256: string;
                    /** @description in bytes */
                    readonly size: number;
                }[];
                /** @description what an audit says of its files */
                readonly problems: readonly {
                    readonly file: string;
                    readonly line?: number;
                    readonly column?: number;
                    readonly code: string;
                    readonly message: string;
                    /**
                     * @description absent for an error, which keeps an import from being applied
                     * @enum {string}
                     */
                    readonly level?: "warning";
                }[];
            }[];
            readonly total: number;
        };
        readonly RevisionPage: {
            readonly items: readonly {
                readonly revision: number;
                /** Format: date-time */
                readonly changedAt: string;
                readonly changedBy: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly reason: string;
                readonly counts: {
                    readonly [key: string]: number;
                };
            }[];
            readonly total: number;
            /** @description `before` of the next page */
            readonly next: number | null;
        };
        readonly RecordPage: {
            readonly items: readonly {
                /** @enum {string} */
                readonly kind: "organisation" | "legalEntity" | "provider" | "licence" | "model" | "weightArtefact" | "lineageEdge" | "deployment" | "dataFlow" | "codeCall";
                readonly id: string;
                readonly key: string;
                /** @description with which it became what it is */
                readonly revision: number;
                /** @description no source speaks of it any longer; `value` is the last state it had */
                readonly retired: boolean;
                readonly value: {
                    readonly [key: string]: unknown;
                };
                /** @description JSON pointers of fields on which sources contradict each other */
                readonly disputed: readonly string[];
                /** @description paths of the sources that speak of it */
                readonly sources: readonly string[];
            }[];
            /** @description records that fit, on all pages */
            readonly total: number;
            /** @description of the register; give it with the next page to read one state throughout */
            readonly revision: number;
            /** @description `after` of the next page */
            readonly next: string | null;
        };
        readonly Record: {
            /** @enum {string} */
            readonly kind: "organisation" | "legalEntity" | "provider" | "licence" | "model" | "weightArtefact" | "lineageEdge" | "deployment" | "dataFlow" | "codeCall";
            readonly id: string;
            readonly key: string;
            /** @description with which it became what it is */
            readonly revision: number;
            /** @description no source speaks of it any longer; `value` is the last state it had */
            readonly retired: boolean;
            readonly value: {
                readonly [key: string]: unknown;
            };
            /** @description JSON pointers of fields on which sources contradict each other */
            readonly disputed: readonly string[];
            /** @description paths of the sources that speak of it */
            readonly sources: readonly string[];
            readonly change: {
                readonly revision: number;
                /** Format: date-time */
                readonly changedAt: string;
                readonly changedBy: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly reason: string;
            };
            /** @description what each source says of it, and where */
            readonly statements: readonly {
                readonly path: string;
                readonly importer: string;
                readonly value: {
                    readonly [key: string]: unknown;
                };
                readonly origin: {
                    readonly [key: string]: unknown;
                };
                readonly origins: {
                    readonly [key: string]: {
                        readonly [key: string]: unknown;
                    };
                };
            }[];
        };
        readonly RecordVersions: {
            /** @description newest first */
            readonly items: readonly {
                readonly revision: number;
                /** Format: date-time */
                readonly changedAt: string;
                readonly changedBy: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly reason: string;
                /** @enum {string} */
                readonly what: "added" | "changed" | "moved" | "retired";
                readonly value: {
                    readonly [key: string]: unknown;
                };
                /** @description what differs from the version before */
                readonly fields: readonly {
                    readonly pointer: string;
                    readonly before?: unknown;
                    readonly after?: unknown;
                }[];
            }[];
            /** @description `before` of the next page */
            readonly next: number | null;
        };
        readonly StatedRecord: {
            /** @description what is stated of the record; a field that is left out is not stated */
            readonly value: {
                readonly [key: string]: unknown;
            };
            /**
             * @description paths of sources whose statements on this record give way; those of others stay, and may contradict
             * @default []
             */
            readonly replaces: readonly string[];
            /** @description why, for the history of every record that changes */
            readonly reason: string;
        };
        readonly RecordConfirmation: {
            readonly record: string;
            /** @description the version that was confirmed */
            readonly revision: number;
            /** Format: date-time */
            readonly confirmedAt: string;
            readonly confirmedBy: {
                readonly kind: string;
                /** Format: uuid */
                readonly id: string;
            };
        };
        readonly PolicyList: {
            readonly items: readonly {
                readonly id: string;
                readonly title: string;
                readonly version: string;
                readonly owner: string;
                readonly description: string | null;
                /** @description runs where no packs are chosen */
                readonly recommended: boolean;
                /**
                 * @description comes with Domicile; comes with Domicile and is changed by an overlay of the organisation; is the organisation's own
                 * @enum {string}
                 */
                readonly source: "shipped" | "overlaid" | "own";
                readonly digest: string;
                /** @description what it asks of waivers of its rules; absent where it accepts none */
                readonly waivers: {
                    readonly maxDays: number;
                    readonly noticeDays: number;
                    readonly approverRoles: readonly string[];
                } | null;
                readonly rules: readonly {
                    readonly id: string;
                    readonly title: string;
                    readonly severity: readonly {
                        /** @description first day it holds, in UTC; absent for the beginning of time */
                        readonly from?: string;
                        /** @enum {string} */
                        readonly is: "critical" | "high" | "medium" | "low" | "info";
                    }[];
                    /** @description kind of record it is asked of */
                    readonly subject: string;
                    readonly controls: readonly string[];
                    readonly rationale: string;
                    readonly remediation: string;
                    /** @description CEL */
                    readonly check: string;
                    readonly enabled: boolean;
                    /** @description tests of its own, apart from coverage and mutation */
                    readonly tests: number;
                }[];
            }[];
            readonly total: number;
            /** @description packs in force that this version of Domicile cannot read; an audit that asks them is refused */
            readonly broken: readonly {
                readonly id: string;
                readonly problems: readonly {
                    readonly file: string;
                    readonly line: number;
                    readonly column: number;
                    readonly code: string;
                    readonly message: string;
                }[];
            }[];
        };
        readonly PolicyLanguage: {
            /** @description JSON Schema of a pack */
            readonly pack: {
                readonly [key: string]: unknown;
            };
            /** @description JSON Schema of an overlay */
            readonly overlay: {
                readonly [key: string]: unknown;
            };
            /** @description types of the variables of rules, by name */
            readonly types: {
                readonly [key: string]: unknown;
            };
            /** @description variables that a rule reads, by what it is about */
            readonly variables: {
                readonly [key: string]: readonly string[];
            };
            /** @description what rules may cite */
            readonly controls: readonly {
                readonly id: string;
                readonly requirement: string;
            }[];
        };
        readonly WrittenPolicy: {
            /** @description YAML of a pack or an overlay */
            readonly text: string;
        };
        readonly PolicyCheck: {
            /** @description what keeps it from compiling, each at its line and column */
            readonly problems: readonly {
                readonly file: string;
                readonly line: number;
                readonly column: number;
                readonly code: string;
                readonly message: string;
            }[];
            /** @description what it came to be; absent where there are problems */
            readonly policy: {
                readonly id: string;
                /** @enum {string} */
                readonly kind: "pack" | "overlay";
                readonly pack: string;
                readonly packVersion: string;
                readonly digest: string;
                readonly rules: readonly {
                    readonly id: string;
                    readonly title: string;
                    readonly subject: string;
                    readonly severity: readonly {
                        readonly from?: string;
                        /** @enum {string} */
                        readonly is: "critical" | "high" | "medium" | "low" | "info";
                    }[];
                    readonly enabled: boolean;
                }[];
            } | null;
        };
        readonly PolicyTests: {
            readonly problems: readonly {
                readonly file: string;
                readonly line: number;
                readonly column: number;
                readonly code: string;
                readonly message: string;
            }[];
            readonly passed: boolean;
            /** @description as `domicile pack test` tells them */
            readonly rules: readonly {
                readonly ruleId: string;
                readonly tests: number;
                readonly failures: readonly {
                    readonly test: string;
                    readonly expected: string;
                    readonly actual: string;
                }[];
                readonly conditions: {
                    readonly total: number;
                    readonly covered: number;
                    readonly uncovered: readonly {
                        readonly expression: string;
                        readonly never: readonly ("true" | "false")[];
                    }[];
                };
                readonly mutants: {
                    readonly total: number;
                    readonly killed: number;
                    readonly excused: number;
                    readonly survived: readonly string[];
                };
                readonly problems: readonly string[];
                readonly passed: boolean;
            }[];
        };
        readonly OwnPolicyPage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly name: string;
                /** @enum {string} */
                readonly state: "draft" | "in-review" | "rejected" | "in-force" | "retired";
                /** @description counts every change */
                readonly version: number;
                /** @description what the approval froze; absent before */
                readonly approved: {
                    /** @enum {string} */
                    readonly kind: "pack" | "overlay";
                    readonly pack: string;
                    readonly packVersion: string;
                    readonly digest: string;
                    /** Format: uuid */
                    readonly by: string;
                    /** Format: date-time */
                    readonly at: string;
                } | null;
                /** Format: date-time */
                readonly createdAt: string;
                /** Format: date-time */
                readonly changedAt: string;
            }[];
            readonly total: number;
            readonly next: string | null;
        };
        readonly OwnPolicyDraft: {
            /** @description id of the pack or the overlay */
            readonly name: string;
            /** @description YAML of a pack or an overlay */
            readonly text: string;
            /** @description why */
            readonly remark: string;
        };
        readonly OwnPolicy: {
            /** Format: uuid */
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly state: "draft" | "in-review" | "rejected" | "in-force" | "retired";
            /** @description counts every change */
            readonly version: number;
            /** @description what the approval froze; absent before */
            readonly approved: {
                /** @enum {string} */
                readonly kind: "pack" | "overlay";
                readonly pack: string;
                readonly packVersion: string;
                readonly digest: string;
                /** Format: uuid */
                readonly by: string;
                /** Format: date-time */
                readonly at: string;
            } | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly changedAt: string;
            readonly text: string;
            /** @description whether the asker had no part in it */
            readonly mayDecide: boolean;
            /** @description everything that happened to it, oldest first */
            readonly events: readonly {
                /** Format: uuid */
                readonly id: string;
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly what: string;
                readonly remark: string | null;
                /** @description the text from then on, where it was written */
                readonly text: string | null;
            }[];
        };
        readonly OwnPolicyChange: {
            /** @description YAML of a pack or an overlay */
            readonly text: string;
            /** @description why */
            readonly remark: string;
        };
        readonly OwnPolicyRemark: {
            readonly remark: string;
        };
        readonly FindingPage: {
            readonly items: readonly {
                readonly fingerprint: string;
                /** @enum {string} */
                readonly state: "open" | "in-progress" | "resolved" | "waived" | "re-opened";
                readonly assignee: string | null;
                readonly version: number;
                readonly ruleId: string;
                readonly pack: string;
                readonly title: string;
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                /**
                 * @description when it was last there
                 * @enum {string}
                 */
                readonly verdict: "fail" | "unknown" | "error";
                readonly subject: string;
                readonly element: string | null;
                readonly message: string;
                /** Format: date-time */
                readonly openedAt: string;
                /** Format: date-time */
                readonly changedAt: string;
                /**
                 * Format: uuid
                 * @description the last audit that saw it
                 */
                readonly audit: string;
            }[];
            /** @description findings that fit, on all pages */
            readonly total: number;
            /** @description all findings by state */
            readonly counts: {
                readonly [key: string]: number;
            };
            /** @description the audit that the states rest on; absent before the first audit of the register */
            readonly audited: {
                /** Format: uuid */
                readonly audit: string;
                readonly revision: number;
                /** Format: date-time */
                readonly asOf: string;
                /** @description the register or the own policies have changed since; audit it again */
                readonly stale: boolean;
            } | null;
            readonly next: string | null;
        };
        readonly Finding: {
            readonly fingerprint: string;
            /** @enum {string} */
            readonly state: "open" | "in-progress" | "resolved" | "waived" | "re-opened";
            readonly assignee: string | null;
            readonly version: number;
            readonly ruleId: string;
            readonly pack: string;
            readonly title: string;
            /** @enum {string} */
            readonly severity: "critical" | "high" | "medium" | "low" | "info";
            /**
             * @description when it was last there
             * @enum {string}
             */
            readonly verdict: "fail" | "unknown" | "error";
            readonly subject: string;
            readonly element: string | null;
            readonly message: string;
            /** Format: date-time */
            readonly openedAt: string;
            /** Format: date-time */
            readonly changedAt: string;
            /**
             * Format: uuid
             * @description the last audit that saw it
             */
            readonly audit: string;
            /** @description as the last audit that saw it explained it */
            readonly finding: {
                readonly [key: string]: unknown;
            };
            /** @description everything that happened to it, oldest first; the last thousand */
            readonly events: readonly {
                /** Format: uuid */
                readonly id: string;
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly what: string;
                readonly audit: string | null;
                readonly details: {
                    readonly [key: string]: unknown;
                };
            }[];
            /** @description the audit that the states rest on; absent before the first audit of the register */
            readonly audited: {
                /** Format: uuid */
                readonly audit: string;
                readonly revision: number;
                /** Format: date-time */
                readonly asOf: string;
                /** @description the register or the own policies have changed since; audit it again */
                readonly stale: boolean;
            } | null;
        };
        readonly FindingChange: {
            /** @enum {string} */
            readonly state?: "open" | "in-progress";
            readonly assignee?: string | null;
            readonly comment?: string;
        };
        readonly FindingComment: {
            readonly text: string;
        };
        readonly WaiverPage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                /** @description as results and reports call it, such as W-12 */
                readonly name: string;
                /** @enum {string} */
                readonly state: "draft" | "in-review" | "approved" | "rejected" | "withdrawn" | "re-opened" | "expired";
                readonly version: number;
                readonly pack: string;
                readonly rules: readonly string[];
                readonly subjects: readonly {
                    readonly subject: string;
                    readonly element?: string;
                }[];
                readonly findings: readonly string[];
                readonly reason: string;
                readonly justification: string;
                readonly compensatingMeasure?: string;
                readonly ticket?: string;
                /** @description absent until it is approved, unless the request names it */
                readonly validFrom: string | null;
                readonly expiresAt: string;
                /** Format: uuid */
                readonly requestedBy: string;
                readonly approvals: readonly {
                    readonly by: string;
                    readonly role: string;
                    readonly at: string;
                }[];
                /** @description one of these roles must approve it */
                readonly approverRoles: readonly string[];
                /** Format: date-time */
                readonly createdAt: string;
                /** Format: date-time */
                readonly changedAt: string;
            }[];
            readonly total: number;
            readonly next: number | null;
        };
        readonly WaiverDraft: {
            /** @description fingerprints, all of one pack */
            readonly findings: readonly string[];
            /** @enum {string} */
            readonly reason: "risk-accepted" | "compensating-control" | "false-positive" | "migration";
            readonly justification: string;
            readonly compensatingMeasure?: string;
            readonly ticket?: string;
            /** @description inclusive; the moment of approval when absent */
            readonly validFrom?: string;
            /** @description exclusive; not longer after validFrom than the pack allows */
            readonly expiresAt: string;
        };
        readonly WaiverRequest: {
            /** Format: uuid */
            readonly id: string;
            /** @description as results and reports call it, such as W-12 */
            readonly name: string;
            /** @enum {string} */
            readonly state: "draft" | "in-review" | "approved" | "rejected" | "withdrawn" | "re-opened" | "expired";
            readonly version: number;
            readonly pack: string;
            readonly rules: readonly string[];
            readonly subjects: readonly {
                readonly subject: string;
                readonly element?: string;
            }[];
            readonly findings: readonly string[];
            readonly reason: string;
            readonly justification: string;
            readonly compensatingMeasure?: string;
            readonly ticket?: string;
            /** @description absent until it is approved, unless the request names it */
            readonly validFrom: string | null;
            readonly expiresAt: string;
            /** Format: uuid */
            readonly requestedBy: string;
            readonly approvals: readonly {
                readonly by: string;
                readonly role: string;
                readonly at: string;
            }[];
            /** @description one of these roles must approve it */
            readonly approverRoles: readonly string[];
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly changedAt: string;
            /** @description everything that happened to it, oldest first */
            readonly events: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly what: string;
                readonly details: {
                    readonly [key: string]: unknown;
                };
            }[];
        };
        readonly WaiverRemark: {
            readonly remark: string;
        };
        readonly ClearancePage: {
            /** @description newest first */
            readonly items: readonly components["schemas"]["Clearance"][];
            readonly total: number;
            readonly next: number | null;
        };
        readonly Clearance: {
            /** Format: uuid */
            readonly id: string;
            /** @description as people call it */
            readonly name: string;
            readonly deployment: string;
            /**
             * Format: uuid
             * @description the audit that it passed
             */
            readonly audit: string;
            /**
             * @description only the newest of a deployment is in force, unless it has expired or was revoked; one that was replaced never comes back
             * @enum {string}
             */
            readonly state: "in-force" | "expired" | "revoked" | "replaced";
            /** @description every weight file that was cleared */
            readonly weights: readonly {
                readonly artefact: string;
                readonly sha256: string;
            }[];
            /** @description null: it is run from no image */
            readonly imageDigest: string | null;
            readonly reason: string;
            /** Format: uuid */
            readonly grantedBy: string;
            /** Format: date-time */
            readonly grantedAt: string;
            /**
             * Format: date-time
             * @description exclusive
             */
            readonly expiresAt: string;
            readonly revokedAt: string | null;
            readonly revokedBy: string | null;
            readonly revokedFor: string | null;
        };
        readonly Revocation: {
            readonly reason: string;
        };
        readonly CheckRequest: {
            /** @description manifest (YAML or JSON) and the files it names */
            readonly files: readonly {
                /** @description relative path, forward slashes */
                readonly path: string;
                /** @description the text of the file */
                readonly content: string;
            }[];
            /** @description ids of policy packs; those the manifest names when absent, else the recommended ones */
            readonly packs?: readonly string[];
            /** @description waiver files (YAML) */
            readonly waivers?: readonly {
                /** @description relative path, forward slashes */
                readonly path: string;
                /** @description the text of the file */
                readonly content: string;
            }[];
            /** @description instant to judge at; now when absent */
            readonly asOf?: string;
            /**
             * @description least severity of a fail that blocks; high when absent
             * @enum {string}
             */
            readonly failOn?: "critical" | "high" | "medium" | "low" | "info";
            /**
             * @description whether an unknown of that severity blocks; fail when absent
             * @enum {string}
             */
            readonly onUnknown?: "fail" | "warn";
        };
        readonly AuditResult: {
            /** @enum {string} */
            readonly schema: "domicile/audit-result/1";
            readonly engine: string;
            /** Format: date-time */
            readonly asOf: string;
            readonly organisation: {
                readonly id: string;
                readonly name: string;
            } | null;
            /** @description the part of the inventory that everything here is of; absent where it is of the whole */
            readonly part?: {
                readonly only: readonly string[];
                /** @description keys of the subjects that were judged */
                readonly subjects: readonly string[];
                /** @description subjects of the whole inventory */
                readonly of: number;
            };
            /** @enum {string} */
            readonly conclusion: "conforming" | "non-conforming" | "inconclusive";
            readonly gate: {
                readonly blocked: boolean;
                readonly by: readonly string[];
            };
            readonly digests: {
                readonly snapshot: string;
                readonly packs: {
                    readonly [key: string]: string;
                };
                readonly facts: string;
            };
            /** @description what the organisation laid over the shipped facts */
            readonly ownFacts?: readonly {
                readonly overlay: string;
                readonly facts: readonly string[];
            }[];
            readonly counts: {
                readonly pass: number;
                readonly fail: number;
                readonly unknown: number;
                readonly "not-applicable": number;
                readonly error: number;
                readonly waived: number;
            };
            readonly rules: readonly {
                readonly ruleId: string;
                readonly pack: string;
                readonly title: string;
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                readonly rationale: string;
                readonly remediation: string;
                readonly controls: readonly string[];
                readonly counts: {
                    readonly pass: number;
                    readonly fail: number;
                    readonly unknown: number;
                    readonly "not-applicable": number;
                    readonly error: number;
                };
                readonly unverifiedFacts: readonly string[];
                readonly ownFacts?: readonly string[];
            }[];
            readonly findings: readonly {
                /** @description identity across runs: rule, subject and element */
                readonly fingerprint: string;
                readonly ruleId: string;
                readonly pack: string;
                readonly title: string;
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                /** @enum {string} */
                readonly verdict: "fail" | "unknown" | "error";
                readonly subject: string;
                readonly element?: string;
                readonly message: string;
                readonly rationale: string;
                readonly remediation: string;
                readonly controls: readonly string[];
                readonly explanation: readonly {
                    readonly expression: string;
                    readonly result: boolean | "unknown";
                    readonly operands: readonly {
                        readonly path: string;
                        readonly value: unknown;
                        /** @enum {string} */
                        readonly state?: "missing" | "contradicted" | "unreadable" | "masked";
                        readonly evidence?: string;
                    }[];
                }[];
                readonly missing: readonly string[];
                readonly facts: readonly {
                    readonly id: string;
                    readonly confidence: string;
                    readonly state: string;
                    /** @description the organisation set the fact itself, under this name */
                    readonly overlay?: string;
                }[];
                readonly location: {
                    readonly file: string;
                    readonly line: number;
                    readonly column: number;
                } | null;
                readonly waiver: {
                    readonly id: string;
                    /** @enum {string} */
                    readonly state: "active" | "expired" | "expiring";
                    readonly reason: string;
                    readonly approvedBy: readonly string[];
                    readonly expiresAt: string;
                } | null;
                readonly baselineState: ("new" | "unchanged") | null;
            }[];
            readonly options: readonly {
                readonly deployment: string;
                readonly option: string;
                readonly title: string;
                readonly kind: string;
                /** @enum {string} */
                readonly admissible: "yes" | "no" | "unknown";
                readonly breaks: readonly {
                    readonly ruleId: string;
                    /** @enum {string} */
                    readonly severity: "critical" | "high" | "medium" | "low" | "info";
                    /** @enum {string} */
                    readonly verdict: "fail" | "unknown" | "error";
                    readonly element?: string;
                    readonly message: string;
                }[];
            }[];
            readonly waivers: readonly {
                readonly id: string;
                /** @enum {string} */
                readonly state: "active" | "expired" | "expiring" | "unused" | "not-yet-valid" | "guard-ended" | "invalid";
                readonly note?: string;
                readonly pack: string;
                readonly rules: readonly string[];
                readonly reason: string;
                readonly justification: string;
                readonly compensatingMeasure?: string;
                readonly ticket?: string;
                readonly requestedBy: string;
                readonly approvedBy: readonly string[];
                readonly validFrom: string;
                readonly expiresAt: string;
                readonly matched: readonly string[];
            }[];
            readonly contradictions: readonly {
                readonly record: string;
                readonly pointer: string;
                readonly decided: boolean;
                readonly claims: readonly {
                    readonly value: unknown;
                    readonly source: string;
                    readonly line?: number;
                    readonly column?: number;
                    /** @enum {string} */
                    readonly confidence: "declared" | "inferred" | "verified" | "contradicted" | "stale" | "unresolved";
                }[];
            }[];
            readonly egress: readonly {
                readonly flow: string;
                readonly stage: string | null;
                readonly from: string;
                readonly to: string;
                readonly countries: readonly string[];
            }[];
            readonly licences: readonly {
                readonly model: string;
                readonly expression: string | null;
            }[];
            readonly diff: {
                readonly egress: readonly {
                    readonly flow: string;
                    readonly from: string;
                    readonly to: string;
                    /** @enum {string} */
                    readonly change: "added" | "removed" | "changed";
                }[];
                readonly licences: readonly {
                    readonly model: string;
                    readonly before: string | null;
                    readonly after: string | null;
                }[];
                readonly absent: readonly string[];
            } | null;
            readonly evidence: readonly {
                readonly id: string;
                readonly source: string;
                readonly sha256: string;
                readonly locator: string;
                readonly line?: number;
                readonly column?: number;
                readonly importer: string;
                /** @enum {string} */
                readonly confidence: "declared" | "inferred" | "verified" | "contradicted" | "stale" | "unresolved";
                readonly effective?: string;
                readonly note?: string;
            }[];
            readonly problems: readonly {
                readonly file: string;
                readonly line?: number;
                readonly column?: number;
                readonly code: string;
                readonly message: string;
                /** @enum {string} */
                readonly level?: "warning";
            }[];
        };
        readonly AuditRequest: {
            /** @description instant to judge at, with the register as it stood then; now when absent */
            readonly asOf?: string;
            /** @description revision of the register to audit; the one that stood at `asOf` when absent */
            readonly revision?: number;
            /** @description ids of policy packs; those that manifests of the register name when absent, else the recommended ones */
            readonly packs?: readonly string[];
            /** @description the part to audit: keys of subjects such as deployment/claims-triage, and what deployments state, such as environment=production, owner=…, legalEntity=…, criticality=…, provider=…, model=… or useTags=…; of one field any value fits, of several fields all have to. Absent: the whole */
            readonly only?: readonly string[];
            /**
             * @description judge again only what changes since the last audit affect, with the packs and gate of the last audit of the whole; the whole where it cannot be told. The findings are then those of an audit of the whole
             * @enum {string}
             */
            readonly of?: "affected";
            /**
             * @description least severity of a fail that blocks; high when absent
             * @enum {string}
             */
            readonly failOn?: "critical" | "high" | "medium" | "low" | "info";
            /**
             * @description whether an unknown of that severity blocks; fail when absent
             * @enum {string}
             */
            readonly onUnknown?: "fail" | "warn";
        };
        readonly AuditPage: {
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                /** Format: date-time */
                readonly createdAt: string;
                /** Format: uuid */
                readonly requestedBy: string;
                /** Format: date-time */
                readonly asOf: string;
                /** @description of the register; absent where files were sent */
                readonly revision: number | null;
                /** @description what part of the register it is of, with the number of subjects judged and of all; absent where it is of the whole */
                readonly part: {
                    readonly only: readonly string[];
                    readonly subjects: number;
                    readonly of: number;
                } | null;
                readonly engine: string;
                readonly conclusion: string;
                readonly blocked: boolean;
                /** @description rules by outcome */
                readonly counts: {
                    readonly [key: string]: number;
                };
                readonly digests: {
                    readonly snapshot: string;
                    readonly facts: string;
                    readonly packs: {
                        readonly [key: string]: string;
                    };
                    readonly result: string;
                };
                /** @description when its input and result were deleted, as the organisation keeps them no longer */
                readonly emptiedAt: string | null;
            }[];
            /** @description audits that fit, on all pages */
            readonly total: number;
            /** @description `after` of the next page */
            readonly next: string | null;
        };
        readonly AffectedSubjects: {
            /** @description the audit that the findings rest on */
            readonly audited: {
                /** Format: uuid */
                readonly audit: string;
                readonly revision: number;
                /** Format: date-time */
                readonly asOf: string;
            } | null;
            /** @description of the register as it stands */
            readonly revision: number;
            /** @description why every verdict may be another by now; absent where only those of some subjects may */
            readonly everything: string | null;
            /** @description subjects whose verdicts may be others by now; the first 1000 in the order of their keys */
            readonly subjects: readonly {
                readonly subject: string;
                /** @description the record or waiver that has changed */
                readonly because: string;
            }[];
            /** @description subjects whose verdicts may be others by now; 0 where that is everything */
            readonly total: number;
        };
        readonly ReportPage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                /** Format: uuid */
                readonly audit: string;
                /**
                 * @default full-audit
                 * @enum {string}
                 */
                readonly template: "full-audit" | "board-brief";
                /**
                 * @default en
                 * @enum {string}
                 */
                readonly language: "en" | "de" | "fr";
                /** Format: date-time */
                readonly createdAt: string;
                /**
                 * Format: uuid
                 * @description the person, key or schedule that asked
                 */
                readonly requestedBy: string;
                readonly digest: string;
                /** @description in bytes */
                readonly size: number;
            }[];
            /** @description reports that fit, on all pages */
            readonly total: number;
            /** @description `after` of the next page */
            readonly next: string | null;
        };
        readonly ReportVerification: {
            /** @enum {string} */
            readonly schema: "domicile/report-verification/1";
            /** @enum {string} */
            readonly conclusion: "verified" | "failed" | "undecided";
            readonly report: {
                readonly id: string;
                readonly title: string;
                readonly digest: string;
                readonly asOf: string | null;
                /** @description what the audit in the report concludes */
                readonly conclusion: string | null;
            } | null;
            readonly signer: {
                readonly subject: string;
                readonly issuer: string;
                readonly serialNumber: string;
                /** @description SHA-256 of the certificate */
                readonly fingerprint: string;
                /** Format: date-time */
                readonly validFrom: string;
                /** Format: date-time */
                readonly validTo: string;
                readonly algorithm: string;
                /** @description when the signer says they signed */
                readonly claimedAt: string | null;
                /** @description when a time-stamping authority says the signature existed */
                readonly stampedAt: string | null;
                readonly stampedBy: string | null;
            } | null;
            readonly checks: readonly {
                /** @enum {string} */
                readonly check: "file" | "signature" | "coverage" | "certificate" | "time-stamp" | "result" | "evidence" | "oscal" | "decisions" | "inputs" | "reproduction" | "statements";
                /** @enum {string} */
                readonly state: "right" | "wrong" | "untold";
                readonly message: string;
            }[];
        };
        readonly PolicyTry: {
            /** @description YAML of a pack or an overlay */
            readonly text: string;
            /** @description id of a deployment of the register */
            readonly deployment: string;
        };
        readonly PolicyVerdicts: {
            readonly pack: {
                readonly id: string;
                readonly version: string;
                readonly digest: string;
            };
            /** @description of the register */
            readonly revision: number;
            /** Format: date-time */
            readonly asOf: string;
            readonly verdicts: readonly {
                readonly ruleId: string;
                readonly title: string;
                readonly subject: string;
                readonly element: string | null;
                /** @enum {string} */
                readonly outcome: "pass" | "fail" | "unknown" | "not-applicable" | "error";
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                readonly message: string | null;
                readonly explanation: readonly {
                    readonly expression: string;
                    readonly result: boolean | "unknown";
                    readonly operands: readonly {
                        readonly path: string;
                        readonly value: unknown;
                        /** @enum {string} */
                        readonly state?: "missing" | "contradicted" | "unreadable" | "masked";
                    }[];
                }[];
                readonly missing: readonly string[];
            }[];
        };
        readonly PolicyDryRun: {
            /** @description YAML of a pack or an overlay */
            readonly text: string;
        };
        readonly PolicyChanges: {
            readonly pack: {
                readonly id: string;
                readonly version: string;
                readonly digest: string;
            };
            /** @description of the register */
            readonly revision: number;
            /** Format: date-time */
            readonly asOf: string;
            /** @description what is in force of that pack; absent where nothing is */
            readonly replaces: {
                readonly id: string;
                readonly version: string;
                readonly digest: string;
            } | null;
            /** @description verdicts that the text gives */
            readonly judged: number;
            /** @description verdicts that would change; `none` where the rule is not asked */
            readonly totals: readonly {
                /** @enum {string} */
                readonly before: "pass" | "fail" | "unknown" | "not-applicable" | "error" | "none";
                /** @enum {string} */
                readonly after: "pass" | "fail" | "unknown" | "not-applicable" | "error" | "none";
                readonly count: number;
            }[];
            /** @description the first 500 of them */
            readonly changes: readonly {
                readonly ruleId: string;
                readonly subject: string;
                readonly element: string | null;
                readonly before: {
                    /** @enum {string} */
                    readonly outcome: "pass" | "fail" | "unknown" | "not-applicable" | "error";
                    /** @enum {string} */
                    readonly severity: "critical" | "high" | "medium" | "low" | "info";
                } | null;
                readonly after: {
                    /** @enum {string} */
                    readonly outcome: "pass" | "fail" | "unknown" | "not-applicable" | "error";
                    /** @enum {string} */
                    readonly severity: "critical" | "high" | "medium" | "low" | "info";
                } | null;
                readonly message: string | null;
            }[];
            readonly total: number;
        };
        /**
         * Shock
         * @description one change of the world, which happens now
         */
        readonly ShockRequest: {
            /** @enum {string} */
            readonly kind: "adequacy-falls";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            /** @description whose adequacy decision is struck down or lapses, such as US */
            readonly jurisdiction: string;
        } | {
            /** @enum {string} */
            readonly kind: "parent-changes";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            /** @description id in the inventory or in the reference facts */
            readonly provider: string;
            /** @description name of the new ultimate parent */
            readonly parent: string;
            /** @description country of the new ultimate parent */
            readonly country: string;
        } | {
            /** @enum {string} */
            readonly kind: "api-cut-off";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            readonly provider: string;
            /** @description absent: every model of the provider */
            readonly model?: string;
            readonly days: number;
        } | {
            /** @enum {string} */
            readonly kind: "api-retired";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            readonly provider: string;
            /** @description id in the inventory, or the name by which the API serves it */
            readonly model: string;
        } | {
            /** @enum {string} */
            readonly kind: "licence-changes";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            /** @description id in the inventory or in the catalogue */
            readonly model: string;
            /** @description SPDX expression of the new licence, with ids that the licence facts know */
            readonly licence: string;
        } | {
            /** @enum {string} */
            readonly kind: "region-lost";
            /** @description the name of the scenario in what is printed */
            readonly title?: string;
            /** @description as the inventory names it, such as westeurope */
            readonly region?: string;
            readonly country?: string;
            /** @description absent: whoever runs it */
            readonly provider?: string;
        };
        readonly ShockAnswer: {
            /** @enum {string} */
            readonly schema: "domicile/shock-result/1";
            readonly engine: string;
            /** Format: date-time */
            readonly asOf: string;
            readonly shock: {
                /** @enum {string} */
                readonly kind: "adequacy-falls";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                /** @description whose adequacy decision is struck down or lapses, such as US */
                readonly jurisdiction: string;
            } | {
                /** @enum {string} */
                readonly kind: "parent-changes";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                /** @description id in the inventory or in the reference facts */
                readonly provider: string;
                /** @description name of the new ultimate parent */
                readonly parent: string;
                /** @description country of the new ultimate parent */
                readonly country: string;
            } | {
                /** @enum {string} */
                readonly kind: "api-cut-off";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                readonly provider: string;
                /** @description absent: every model of the provider */
                readonly model?: string;
                readonly days: number;
            } | {
                /** @enum {string} */
                readonly kind: "api-retired";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                readonly provider: string;
                /** @description id in the inventory, or the name by which the API serves it */
                readonly model: string;
            } | {
                /** @enum {string} */
                readonly kind: "licence-changes";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                /** @description id in the inventory or in the catalogue */
                readonly model: string;
                /** @description SPDX expression of the new licence, with ids that the licence facts know */
                readonly licence: string;
            } | {
                /** @enum {string} */
                readonly kind: "region-lost";
                /** @description the name of the scenario in what is printed */
                readonly title?: string;
                /** @description as the inventory names it, such as westeurope */
                readonly region?: string;
                readonly country?: string;
                /** @description absent: whoever runs it */
                readonly provider?: string;
            };
            readonly digests: {
                readonly snapshot: string;
                readonly facts: string;
                readonly factsAfter: string;
                readonly packs: {
                    readonly [key: string]: string;
                };
            };
            readonly counts: {
                readonly breaks: number;
                readonly undecided: number;
                readonly unchanged: number;
            };
            readonly blastRadius: readonly {
                readonly criticality: string | null;
                readonly breaks: number;
                readonly undecided: number;
                readonly unchanged: number;
                readonly usersPerMonth: {
                    readonly value: number;
                    /** @enum {string} */
                    readonly unit: "users/month";
                    /** @enum {string} */
                    readonly kind: "declared";
                    readonly notStatedFor: number;
                };
            }[];
            readonly deployments: readonly {
                readonly id: string;
                readonly name: string;
                readonly criticality: string | null;
                readonly usersPerMonth: number | null;
                /** @enum {string} */
                readonly impact: "breaks" | "undecided" | "unchanged";
                /** @enum {string} */
                readonly stops: "yes" | "no" | "unknown";
                readonly why: string;
                readonly loses: readonly {
                    readonly flow: string;
                    readonly stage: string | null;
                    readonly to: string | null;
                }[];
                readonly breaks: readonly {
                    readonly ruleId: string;
                    readonly title: string;
                    /** @enum {string} */
                    readonly severity: "critical" | "high" | "medium" | "low" | "info";
                    /** @enum {string} */
                    readonly before: "no finding" | "unknown" | "fail";
                    /** @enum {string} */
                    readonly after: "fail" | "unknown" | "error";
                    readonly subject: string;
                    readonly element?: string;
                    readonly message: string;
                    readonly waived: boolean;
                }[];
                /** @description findings that stood before the shock and stand after it */
                readonly stands: number;
                readonly mends: readonly string[];
                readonly fallback: {
                    /** @enum {string} */
                    readonly state: "tested" | "untested" | "hit-too" | "unknown" | "not-recorded";
                    readonly why: string;
                    readonly deployment: string | null;
                    readonly model: string | null;
                    readonly testedAt: string | null;
                    /** @description days without service until it takes over or the cut-off ends; null where nothing stops, or nothing says */
                    readonly daysWithout: number | null;
                };
            }[];
            readonly elsewhere: readonly {
                readonly ruleId: string;
                readonly title: string;
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                /** @enum {string} */
                readonly before: "no finding" | "unknown" | "fail";
                /** @enum {string} */
                readonly after: "fail" | "unknown" | "error";
                readonly subject: string;
                readonly element?: string;
                readonly message: string;
                readonly waived: boolean;
            }[];
            readonly problems: readonly {
                readonly file: string;
                readonly line?: number;
                readonly column?: number;
                readonly code: string;
                readonly message: string;
                /** @enum {string} */
                readonly level?: "warning";
            }[];
        };
        readonly FlowMap: {
            readonly revision: number;
            /** Format: date-time */
            readonly asOf: string;
            readonly flows: readonly {
                readonly id: string;
                readonly deployment: string | null;
                readonly from: string;
                readonly to: string | null;
                readonly recipient: string;
                readonly stage: string | null;
                readonly personalData: boolean | null;
                readonly specialCategories: boolean | null;
                readonly mechanism: string | null;
                /** @description empty where nobody says */
                readonly places: readonly {
                    readonly country: string;
                    readonly acts: readonly ("processing" | "storage" | "access")[];
                }[];
                /** @description of the ultimate parent of the recipient, where it is none of the places */
                readonly parentCountry: string | null;
                /**
                 * @description home: inside the EEA; away: outside; open: nobody can tell
                 * @enum {string}
                 */
                readonly tone: "home" | "away" | "open";
            }[];
            readonly countries: readonly {
                readonly country: string;
                /**
                 * @description home: inside the EEA; away: outside; open: nobody can tell
                 * @enum {string}
                 */
                readonly tone: "home" | "away" | "open";
            }[];
        };
        readonly ImportTrialRequest: {
            /** @description files that belong together, such as those of a repository; the first part of their paths in the register */
            readonly collection: string;
            /** @description files in any known format */
            readonly files: readonly {
                /** @description relative path, forward slashes */
                readonly path: string;
                /** @description the text of the file */
                readonly content: string;
            }[];
            /** @description id of the deployment that is judged; the register or one of the files has it */
            readonly deployment: string;
        };
        readonly ImportTrial: {
            /** @description of the register that the files were laid over */
            readonly revision: number;
            /** Format: date-time */
            readonly asOf: string;
            /** @description on the deployment with its flows, its model and the organisation, without waivers */
            readonly verdicts: readonly {
                readonly ruleId: string;
                readonly title: string;
                readonly subject: string;
                readonly element: string | null;
                /** @enum {string} */
                readonly outcome: "pass" | "fail" | "unknown" | "not-applicable" | "error";
                /** @enum {string} */
                readonly severity: "critical" | "high" | "medium" | "low" | "info";
                readonly message: string | null;
                readonly explanation: readonly {
                    readonly expression: string;
                    readonly result: boolean | "unknown";
                    readonly operands: readonly {
                        readonly path: string;
                        readonly value: unknown;
                        /** @enum {string} */
                        readonly state?: "missing" | "contradicted" | "unreadable" | "masked";
                    }[];
                }[];
                readonly missing: readonly string[];
            }[];
        };
        readonly ClearanceRequest: {
            /** @description id of the deployment, such as claims-assistant */
            readonly deployment: string;
            /**
             * Format: uuid
             * @description the audit that it passed
             */
            readonly audit: string;
            /** @description exclusive; not later than the pack clearance allows */
            readonly expiresAt: string;
            readonly reason: string;
        };
        readonly GrantedClearance: {
            /** Format: uuid */
            readonly id: string;
            /** @description as people call it */
            readonly name: string;
        };
        readonly DecisionPage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                /** @description as people call it, such as D-3 */
                readonly name: string;
                readonly title: string;
                readonly deployment: string | null;
                /** @enum {string} */
                readonly state: "draft" | "in-review" | "approved" | "signed-off" | "rejected" | "superseded";
                readonly version: number;
                /** Format: uuid */
                readonly author: string;
                /** @description of the inputs; scores are shown from then on */
                readonly approval: {
                    readonly by: string;
                    readonly role: string;
                    /** Format: date-time */
                    readonly at: string;
                } | null;
                readonly signOff: {
                    readonly by: string;
                    readonly role: string;
                    /** Format: date-time */
                    readonly at: string;
                    readonly option: string;
                    readonly because: string;
                } | null;
                readonly supersedes: string | null;
                /** Format: date-time */
                readonly createdAt: string;
                /** Format: date-time */
                readonly changedAt: string;
            }[];
            readonly total: number;
            readonly next: number | null;
        };
        readonly NewDecision: {
            /** @description drafts a case over these templates that asks for everything else, as `domicile decide --init` does */
            readonly templates?: readonly ("status-quo" | "closed-api" | "closed-api-in-region" | "open-weights-cloud-vm" | "open-weights-on-premises" | "edge" | "hybrid")[];
            /** @description a case as `domicile decide` reads it */
            readonly inputs?: {
                readonly [key: string]: unknown;
            };
            /** @description the same as YAML or JSON text */
            readonly text?: string;
            /**
             * Format: uuid
             * @description the decision that this one takes the place of once it is signed off
             */
            readonly supersedes?: string;
        };
        readonly Decision: {
            /** Format: uuid */
            readonly id: string;
            /** @description as people call it, such as D-3 */
            readonly name: string;
            readonly title: string;
            readonly deployment: string | null;
            /** @enum {string} */
            readonly state: "draft" | "in-review" | "approved" | "signed-off" | "rejected" | "superseded";
            readonly version: number;
            /** Format: uuid */
            readonly author: string;
            /** @description of the inputs; scores are shown from then on */
            readonly approval: {
                readonly by: string;
                readonly role: string;
                /** Format: date-time */
                readonly at: string;
            } | null;
            readonly signOff: {
                readonly by: string;
                readonly role: string;
                /** Format: date-time */
                readonly at: string;
                readonly option: string;
                readonly because: string;
            } | null;
            readonly supersedes: string | null;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly changedAt: string;
            /** @description the case, as `domicile decide` reads it */
            readonly inputs: {
                readonly [key: string]: unknown;
            };
            /** @description what is approved */
            readonly inputHash: string;
            /** @description what still says `fill in`; nobody can approve the inputs before it is */
            readonly toFillIn: readonly {
                readonly at: readonly (string | number)[];
                readonly where: string;
                readonly asks: string;
            }[];
            /** @description how each stands by the rules and what can be run at all, before anything is weighed */
            readonly options: readonly {
                readonly id: string;
                /** @enum {string} */
                readonly state: "admissible" | "blocked" | "infeasible";
                readonly because: readonly string[];
                readonly waived: readonly string[];
                readonly noRuleAsked: boolean;
            }[];
            /** @description what the packs were asked by when the inputs were put up for approval; absent where the register describes no alternatives of the deployment */
            readonly asked: {
                readonly revision: number;
                readonly packs: {
                    readonly [key: string]: string;
                };
                readonly facts: string;
            } | null;
            readonly resultDigest: string | null;
            readonly supersededBy: string | null;
            /** @description everything that happened to it, oldest first */
            readonly events: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly what: string;
                readonly details: {
                    readonly [key: string]: unknown;
                };
            }[];
        };
        /** @description what `domicile decide --format json` prints */
        readonly DecisionRecord: {
            /** @enum {string} */
            readonly schema: "domicile/decision-record/1";
            readonly engine: string;
            readonly id: string;
            readonly title: string;
            /** @enum {string} */
            readonly status: "what-if" | "proposed" | "accepted";
            readonly inputHash: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly DecisionStanding: {
            /**
             * @description whether the packs say of the options what they said when the inputs were put up; `not-asked` where they never were
             * @enum {string}
             */
            readonly standing: "holds" | "reopen" | "not-asked";
            /** Format: date-time */
            readonly asOf: string;
            /** @description of the register that they were asked on now */
            readonly revision: number | null;
            /** @description the register no longer describes the options */
            readonly undescribed: boolean;
            readonly changed: readonly {
                readonly option: string;
                readonly rule: string;
                /** @description absent where nothing blocked by it */
                readonly was: ("fail" | "unknown" | "error" | "pass" | "not-applicable") | null;
                /** @description absent where nothing blocks by it */
                readonly is: ("fail" | "unknown" | "error" | "pass" | "not-applicable") | null;
                readonly because: string;
            }[];
            /** @description packs that are others than then, whether or not they say otherwise */
            readonly packs: readonly string[];
            /** @description whether the reference facts are others than then */
            readonly facts: boolean;
        };
        /** @description a case as `domicile decide` reads it */
        readonly DecisionInputs: {
            /** @enum {string} */
            readonly schema: "domicile/decide-case/1";
            readonly id: string;
            readonly title: string;
        } & {
            readonly [key: string]: unknown;
        };
        readonly DecisionChange: {
            /** @description the whole case, as `domicile decide` reads it */
            readonly inputs?: {
                readonly [key: string]: unknown;
            };
            /** @description the same as YAML or JSON text */
            readonly text?: string;
        };
        readonly DecisionRemark: {
            readonly remark: string;
        };
        readonly DecisionChoice: {
            /** @description the option that is taken; it may be another than the leader, with the reason */
            readonly option: string;
            readonly because: string;
        };
        readonly WhatIf: {
            readonly weighting: {
                /** @enum {string} */
                readonly method: "swing";
                readonly points: {
                    readonly [key: string]: number;
                };
            } | {
                /** @enum {string} */
                readonly method: "direct";
                readonly weights: {
                    readonly [key: string]: number;
                };
            } | {
                /** @enum {string} */
                readonly method: "ahp";
                /** @enum {string} */
                readonly randomIndex: "saaty" | "tummala-ling-1998" | "donegan-dodd-1991";
                readonly judgements: readonly {
                    readonly left: string;
                    readonly right: string;
                    readonly ratio: number;
                }[];
            };
        };
        readonly NewEvidence: {
            readonly title: string;
            /** @enum {string} */
            readonly type: "contract" | "data-processing-agreement" | "impact-assessment" | "certificate" | "assessment" | "test-report" | "licence" | "decision" | "other";
            /** @description key of the record it speaks of, such as provider/azure */
            readonly record?: string;
            /**
             * Format: date
             * @description the day from which what it says holds; not the day it is added
             */
            readonly effective: string;
            /**
             * Format: date
             * @description the first day on which it no longer holds
             */
            readonly expires?: string;
            readonly note?: string;
            /**
             * Format: uuid
             * @description evidence whose place it takes; that stays readable
             */
            readonly revises?: string;
            readonly fileName: string;
            /** @enum {string} */
            readonly mediaType: "application/pdf" | "application/json" | "application/xml" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "image/jpeg" | "image/png" | "message/rfc822" | "text/csv" | "text/markdown" | "text/plain";
            /**
             * Format: base64
             * @description the bytes in Base64
             */
            readonly content: string;
            /** @description of the bytes; where given it is compared */
            readonly sha256?: string;
        };
        readonly EvidenceItem: {
            /** Format: uuid */
            readonly id: string;
            readonly title: string;
            readonly type: string;
            readonly record: string | null;
            readonly effective: string;
            readonly expires: string | null;
            readonly note: string | null;
            readonly revises: string | null;
            readonly revisedBy: string | null;
            readonly fileName: string;
            readonly mediaType: string;
            /** @description in bytes */
            readonly size: number;
            readonly sha256: string;
            /** Format: date-time */
            readonly addedAt: string;
            /** Format: uuid */
            readonly addedBy: string;
            /** @description who has read its bytes, newest first; the last thousand */
            readonly reads: readonly {
                /** Format: date-time */
                readonly at: string;
                readonly by: {
                    readonly kind: string;
                    /** Format: uuid */
                    readonly id: string;
                };
                readonly why: string;
            }[];
        };
        readonly EvidencePage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                readonly title: string;
                readonly type: string;
                readonly record: string | null;
                readonly effective: string;
                readonly expires: string | null;
                readonly note: string | null;
                readonly revises: string | null;
                readonly revisedBy: string | null;
                readonly fileName: string;
                readonly mediaType: string;
                /** @description in bytes */
                readonly size: number;
                readonly sha256: string;
                /** Format: date-time */
                readonly addedAt: string;
                /** Format: uuid */
                readonly addedBy: string;
            }[];
            readonly total: number;
            readonly next: string | null;
        };
        readonly ConnectionList: {
            readonly items: readonly {
                readonly name: string;
                /** @enum {string} */
                readonly system: "mlflow" | "kubernetes" | "litellm" | "hugging-face";
                readonly url: string;
                /** @description whether it has a credential; the credential itself is never told */
                readonly signsIn: boolean;
                /** @description what it limits a pull to */
                readonly scope: {
                    readonly [key: string]: unknown;
                };
                /** @description the last pull that was kept */
                readonly last: components["schemas"]["PullSummary"] | null;
            }[];
        };
        readonly PullSummary: {
            /** Format: uuid */
            readonly id: string;
            readonly connection: string;
            /** Format: date-time */
            readonly pulledAt: string;
            /** @description whether everything in scope was read; what was not is unknown */
            readonly complete: boolean;
            /** @description the same for the same content, whenever it was pulled */
            readonly contentDigest: string;
            readonly files: number;
            readonly gaps: number;
            readonly address: string;
        };
        readonly Job: {
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            /** @enum {string} */
            readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description how far it is, and with what; absent before it begins */
            readonly progress: {
                readonly done: number;
                readonly total: number;
                readonly what: string;
            } | null;
            readonly askedBy: {
                /** @enum {string} */
                readonly kind: "api-key" | "user" | "system";
                /** Format: uuid */
                readonly id: string;
            };
            /** Format: date-time */
            readonly createdAt: string;
            readonly startedAt: string | null;
            readonly endedAt: string | null;
            /** @description how often it was begun */
            readonly attempts: number;
            readonly result: {
                readonly address: string;
                readonly mediaType: string;
                readonly digest: string;
                /** @description in bytes */
                readonly size: number;
                /** @description address of the record that the job made */
                readonly location?: string;
            } | null;
            /** @description why it failed; `instance` is the id of the job */
            readonly problem: components["schemas"]["Problem"] | null;
        };
        readonly Problem: {
            /** @description `urn:domicile:problem:` and the code */
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /**
             * @description stable word for machines
             * @enum {string}
             */
            readonly code: "invalid-request" | "malformed-body" | "not-signed-in" | "not-allowed" | "unknown-route" | "unknown-record" | "method-not-allowed" | "conflict" | "precondition-failed" | "body-too-large" | "unsupported-media-type" | "not-checkable" | "not-importable" | "precondition-required" | "too-many-attempts" | "internal" | "pull-refused" | "delivery-refused" | "unavailable";
            /** @description culprit, cause and remedy in one sentence */
            readonly detail: string;
            /** @description id of the request, as in the log */
            readonly instance: string;
            /** @description each field that is wrong */
            readonly errors?: readonly {
                readonly pointer: string;
                readonly detail: string;
            }[];
        };
        readonly PullPage: {
            readonly items: readonly components["schemas"]["PullSummary"][];
            /** @description `after` of the next page */
            readonly next: string | null;
        };
        readonly PullResult: {
            /** Format: uuid */
            readonly id: string;
            readonly report: components["schemas"]["PullReport"];
            /** @description with the report among them as pull.json, so that a gap is a problem wherever they are read */
            readonly files: readonly {
                /** @description relative path, forward slashes */
                readonly path: string;
                /** @description the text of the file */
                readonly content: string;
            }[];
        };
        readonly PullReport: {
            /** @enum {number} */
            readonly domicilePull: 1;
            readonly connection: string;
            /** @enum {string} */
            readonly system: "mlflow" | "kubernetes" | "litellm" | "hugging-face";
            readonly url: string;
            /** @description what the connection limits the pull to */
            readonly scope: {
                readonly [key: string]: unknown;
            };
            /** Format: date-time */
            readonly startedAt: string;
            /** Format: date-time */
            readonly endedAt: string;
            /** @description whether everything in scope was read */
            readonly complete: boolean;
            /** @description SHA-256 over the paths and digests of the files: the same for the same content, whenever it was pulled */
            readonly contentDigest: string;
            readonly files: readonly {
                readonly path: string;
                /** @description SHA-256 in hexadecimal */
                readonly sha256: string;
                readonly bytes: number;
                /** @description where it was read, without credential */
                readonly url: string;
                /** Format: date-time */
                readonly pulledAt: string;
                /** @description how the system names this state of it */
                readonly etag?: string;
                /** @description how the system names this version of it */
                readonly revision?: string;
            }[];
            readonly gaps: readonly {
                /** @description stable word for machines */
                readonly code: string;
                /** @description what is unknown; it is not absent */
                readonly what: string;
                readonly message: string;
                /** @description the connection says that this gap does not stop a check */
                readonly tolerated: boolean;
            }[];
            /** @description what was read and concerns no model, as far as the importers see */
            readonly passedOver: {
                readonly count: number;
                readonly first: readonly string[];
            };
        };
        readonly DeliveryPage: {
            /** @description newest first */
            readonly items: readonly components["schemas"]["Delivery"][];
            readonly total: number;
            readonly next: string | null;
        };
        readonly Delivery: {
            /**
             * Format: uuid
             * @description the same at every attempt: in the Message-ID of e-mail, the Idempotency-Key of webhooks, the name of files
             */
            readonly id: string;
            readonly origin: string;
            readonly event: string;
            readonly title: string;
            readonly recipient: {
                /** @enum {string} */
                readonly kind: "user";
                /** Format: uuid */
                readonly id: string;
            } | {
                /** @enum {string} */
                readonly kind: "email";
                readonly address: string;
            } | {
                /** @enum {string} */
                readonly kind: "webhook";
                readonly name: string;
            } | {
                /** @enum {string} */
                readonly kind: "folder";
                readonly name: string;
            };
            /**
             * @description dead: given up, until it is sent again
             * @enum {string}
             */
            readonly state: "waiting" | "delivered" | "dead";
            /** @description oldest first */
            readonly attempts: readonly {
                /** Format: date-time */
                readonly at: string;
                /** @enum {string} */
                readonly outcome: "delivered" | "failed";
                /** @description what the other side said, or why it was not asked */
                readonly note: string | null;
            }[];
            /** Format: date-time */
            readonly createdAt: string;
            readonly endedAt: string | null;
        };
        readonly DeliveryChannels: {
            /** @description whether people can be sent e-mail */
            readonly email: boolean;
            /** @description of addresses that may receive beside them */
            readonly domains: readonly string[];
            readonly webhooks: readonly string[];
            readonly folders: readonly string[];
        };
        readonly SchedulePage: {
            readonly items: readonly components["schemas"]["Schedule"][];
            readonly total: number;
            readonly next: string | null;
        };
        readonly Schedule: {
            readonly name: string;
            /** @description five parts: minute, hour, day of month, month, day of week */
            readonly cron: string;
            /**
             * @description IANA name; what a change of clocks leaves out comes at the next instant there is, what it repeats comes once
             * @default UTC
             */
            readonly timeZone: string;
            /**
             * @description what to audit, as in POST /audits; always the register as it stands then
             * @default {}
             */
            readonly audit: {
                /** @description ids of policy packs; those that manifests of the register name when absent, else the recommended ones */
                readonly packs?: readonly string[];
                /** @description the part to audit: keys of subjects such as deployment/claims-triage, and what deployments state, such as environment=production, owner=…, legalEntity=…, criticality=…, provider=…, model=… or useTags=…; of one field any value fits, of several fields all have to. Absent: the whole */
                readonly only?: readonly string[];
                /**
                 * @description least severity of a fail that blocks; high when absent
                 * @enum {string}
                 */
                readonly failOn?: "critical" | "high" | "medium" | "low" | "info";
                /**
                 * @description whether an unknown of that severity blocks; fail when absent
                 * @enum {string}
                 */
                readonly onUnknown?: "fail" | "warn";
            };
            /**
             * @default {
             *       "template": "full-audit",
             *       "language": "en"
             *     }
             */
            readonly report: {
                /**
                 * @default full-audit
                 * @enum {string}
                 */
                readonly template: "full-audit" | "board-brief";
                /**
                 * @default en
                 * @enum {string}
                 */
                readonly language: "en" | "de" | "fr";
            };
            /**
             * @description make a report always, only where something changed since the run before, or only where the conclusion got worse; the first run makes one
             * @default always
             * @enum {string}
             */
            readonly condition: "always" | "changed" | "worse";
            /**
             * @description who gets the report: people who may read it, addresses of allowed domains, webhooks and folders of the deliveries file
             * @default []
             */
            readonly recipients: readonly ({
                /** @enum {string} */
                readonly kind: "user";
                /** Format: uuid */
                readonly id: string;
            } | {
                /** @enum {string} */
                readonly kind: "email";
                readonly address: string;
            } | {
                /** @enum {string} */
                readonly kind: "webhook";
                readonly name: string;
            } | {
                /** @enum {string} */
                readonly kind: "folder";
                readonly name: string;
            })[];
            /**
             * @description false pauses it
             * @default true
             */
            readonly enabled: boolean;
            /** Format: uuid */
            readonly id: string;
            readonly version: number;
            /** @description when it is due next; empty where it is paused */
            readonly next: readonly string[];
            /** Format: date-time */
            readonly createdAt: string;
            /**
             * Format: uuid
             * @description who made it; it belongs to the organisation and goes on when that person leaves
             */
            readonly createdBy: string;
            /** Format: date-time */
            readonly changedAt: string;
        };
        readonly ScheduleDraft: {
            readonly name: string;
            /** @description five parts: minute, hour, day of month, month, day of week */
            readonly cron: string;
            /**
             * @description IANA name; what a change of clocks leaves out comes at the next instant there is, what it repeats comes once
             * @default UTC
             */
            readonly timeZone: string;
            /**
             * @description what to audit, as in POST /audits; always the register as it stands then
             * @default {}
             */
            readonly audit: {
                /** @description ids of policy packs; those that manifests of the register name when absent, else the recommended ones */
                readonly packs?: readonly string[];
                /** @description the part to audit: keys of subjects such as deployment/claims-triage, and what deployments state, such as environment=production, owner=…, legalEntity=…, criticality=…, provider=…, model=… or useTags=…; of one field any value fits, of several fields all have to. Absent: the whole */
                readonly only?: readonly string[];
                /**
                 * @description least severity of a fail that blocks; high when absent
                 * @enum {string}
                 */
                readonly failOn?: "critical" | "high" | "medium" | "low" | "info";
                /**
                 * @description whether an unknown of that severity blocks; fail when absent
                 * @enum {string}
                 */
                readonly onUnknown?: "fail" | "warn";
            };
            /**
             * @default {
             *       "template": "full-audit",
             *       "language": "en"
             *     }
             */
            readonly report: {
                /**
                 * @default full-audit
                 * @enum {string}
                 */
                readonly template: "full-audit" | "board-brief";
                /**
                 * @default en
                 * @enum {string}
                 */
                readonly language: "en" | "de" | "fr";
            };
            /**
             * @description make a report always, only where something changed since the run before, or only where the conclusion got worse; the first run makes one
             * @default always
             * @enum {string}
             */
            readonly condition: "always" | "changed" | "worse";
            /**
             * @description who gets the report: people who may read it, addresses of allowed domains, webhooks and folders of the deliveries file
             * @default []
             */
            readonly recipients: readonly ({
                /** @enum {string} */
                readonly kind: "user";
                /** Format: uuid */
                readonly id: string;
            } | {
                /** @enum {string} */
                readonly kind: "email";
                readonly address: string;
            } | {
                /** @enum {string} */
                readonly kind: "webhook";
                readonly name: string;
            } | {
                /** @enum {string} */
                readonly kind: "folder";
                readonly name: string;
            })[];
            /**
             * @description false pauses it
             * @default true
             */
            readonly enabled: boolean;
        };
        readonly ScheduleRun: {
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            readonly schedule: string;
            /** Format: date-time */
            readonly dueAt: string;
            /**
             * @description due by its times, or asked for by someone
             * @enum {string}
             */
            readonly why: "due" | "asked";
            readonly askedBy: string | null;
            /**
             * @description skipped: audited, and no report made since its condition did not hold
             * @enum {string}
             */
            readonly state: "waiting" | "reported" | "skipped" | "failed";
            readonly job: string | null;
            readonly audit: string | null;
            readonly report: string | null;
            readonly conclusion: string | null;
            /** @description why it was skipped or failed */
            readonly note: string | null;
            readonly endedAt: string | null;
        };
        readonly ScheduleRunPage: {
            /** @description newest first */
            readonly items: readonly components["schemas"]["ScheduleRun"][];
            readonly total: number;
            readonly next: string | null;
        };
        readonly NotificationPage: {
            /** @description newest first */
            readonly items: readonly {
                /** Format: uuid */
                readonly id: string;
                /** @enum {string} */
                readonly kind: "critical-finding" | "clearance-differs" | "facts-shock" | "run-failed" | "delivery-dead" | "waiver-expiring" | "evidence-expiring" | "record-unconfirmed" | "fact-stale" | "approval-wanted" | "policy-approval-wanted" | "decision-reopened";
                /** @description what it is of, such as waiver/<id> */
                readonly subject: string;
                readonly title: string;
                /** Format: date-time */
                readonly at: string;
                /** @description by whoever asks */
                readonly read: boolean;
            }[];
            readonly total: number;
            /** @description of all of them, by whoever asks */
            readonly unread: number;
            readonly next: string | null;
        };
        readonly NotificationsRead: {
            readonly ids: readonly string[];
        };
        readonly NotificationSettings: {
            /**
             * @description how many days before the end of a waiver or of evidence it is told of
             * @default [
             *       30,
             *       7,
             *       1
             *     ]
             */
            readonly daysBefore: readonly number[];
            /**
             * @description after how many days without a change or a confirmation the people of its units are asked whether a deployment still is as it was declared; null asks nobody
             * @default null
             */
            readonly confirmAfterDays: number | null;
            /**
             * @description how often is looked; what came up since goes out in one message to each recipient
             * @default 15
             */
            readonly everyMinutes: number;
            /**
             * @description how many of each kind a message names; of the others it says the number
             * @default 10
             */
            readonly first: number;
            /**
             * @default en
             * @enum {string}
             */
            readonly language: "en" | "de" | "fr";
            /**
             * @description what goes where; every notification stands in the list of the server in any case
             * @default []
             */
            readonly routes: readonly {
                readonly kinds: readonly ("critical-finding" | "clearance-differs" | "facts-shock" | "run-failed" | "delivery-dead" | "waiver-expiring" | "evidence-expiring" | "record-unconfirmed" | "fact-stale" | "approval-wanted" | "policy-approval-wanted" | "decision-reopened")[];
                /** @default [] */
                readonly recipients: readonly ({
                    /** @enum {string} */
                    readonly kind: "user";
                    /** Format: uuid */
                    readonly id: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "email";
                    readonly address: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "webhook";
                    readonly name: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "folder";
                    readonly name: string;
                })[];
            }[];
            /** @description 0 until they are changed for the first time */
            readonly version: number;
            readonly changedAt: string | null;
        };
        readonly NotificationTerms: {
            /**
             * @description how many days before the end of a waiver or of evidence it is told of
             * @default [
             *       30,
             *       7,
             *       1
             *     ]
             */
            readonly daysBefore: readonly number[];
            /**
             * @description after how many days without a change or a confirmation the people of its units are asked whether a deployment still is as it was declared; null asks nobody
             * @default null
             */
            readonly confirmAfterDays: number | null;
            /**
             * @description how often is looked; what came up since goes out in one message to each recipient
             * @default 15
             */
            readonly everyMinutes: number;
            /**
             * @description how many of each kind a message names; of the others it says the number
             * @default 10
             */
            readonly first: number;
            /**
             * @default en
             * @enum {string}
             */
            readonly language: "en" | "de" | "fr";
            /**
             * @description what goes where; every notification stands in the list of the server in any case
             * @default []
             */
            readonly routes: readonly {
                readonly kinds: readonly ("critical-finding" | "clearance-differs" | "facts-shock" | "run-failed" | "delivery-dead" | "waiver-expiring" | "evidence-expiring" | "record-unconfirmed" | "fact-stale" | "approval-wanted" | "policy-approval-wanted" | "decision-reopened")[];
                /** @default [] */
                readonly recipients: readonly ({
                    /** @enum {string} */
                    readonly kind: "user";
                    /** Format: uuid */
                    readonly id: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "email";
                    readonly address: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "webhook";
                    readonly name: string;
                } | {
                    /** @enum {string} */
                    readonly kind: "folder";
                    readonly name: string;
                })[];
            }[];
        };
        readonly RetentionSettings: {
            /**
             * @description sessions of browsers, from when they were opened; null keeps them for ever
             * @default 1
             */
            readonly sessions: number | null;
            /**
             * @description failed sign-ins, and links and challenges to sign in with, from their end; null keeps them for ever
             * @default 1
             */
            readonly signIns: number | null;
            /**
             * @description answers kept for an Idempotency-Key; null keeps them for ever
             * @default 1
             */
            readonly answers: number | null;
            /**
             * @description keys that pipelines were given for a quarter of an hour, from their end; null keeps them for ever
             * @default null
             */
            readonly ciKeys: number | null;
            /**
             * @description jobs that ended, with what was asked of them and previews of imports; null keeps them for ever
             * @default null
             */
            readonly jobs: number | null;
            /**
             * @description texts of messages that were delivered or given up; when, to whom and under which title stays; null keeps them for ever
             * @default null
             */
            readonly deliveryTexts: number | null;
            /**
             * @description messages that were delivered or given up, altogether; null keeps them for ever
             * @default null
             */
            readonly deliveries: number | null;
            /**
             * @description notifications and who has read them; what still stands is then told anew; null keeps them for ever
             * @default null
             */
            readonly notifications: number | null;
            /**
             * @description runs of schedules, but for the last that audited, which the next is compared with; null keeps them for ever
             * @default null
             */
            readonly scheduleRuns: number | null;
            /**
             * @description pulls and their files, but for the last of each connection and the last that was complete; null keeps them for ever
             * @default null
             */
            readonly pulls: number | null;
            /**
             * @description PDF files that were kept; while its audit stands a report is printed again; null keeps them for ever
             * @default null
             */
            readonly reports: number | null;
            /**
             * @description inputs and results of audits that no report, clearance or finding rests on; conclusion, counts and digests stay; null keeps them for ever
             * @default null
             */
            readonly audits: number | null;
            /**
             * @description who read which evidence; null keeps them for ever
             * @default null
             */
            readonly evidenceReads: number | null;
            /** @description 0 until they are changed for the first time */
            readonly version: number;
            readonly changedAt: string | null;
        };
        readonly RetentionTerms: {
            /**
             * @description sessions of browsers, from when they were opened; null keeps them for ever
             * @default 1
             */
            readonly sessions: number | null;
            /**
             * @description failed sign-ins, and links and challenges to sign in with, from their end; null keeps them for ever
             * @default 1
             */
            readonly signIns: number | null;
            /**
             * @description answers kept for an Idempotency-Key; null keeps them for ever
             * @default 1
             */
            readonly answers: number | null;
            /**
             * @description keys that pipelines were given for a quarter of an hour, from their end; null keeps them for ever
             * @default null
             */
            readonly ciKeys: number | null;
            /**
             * @description jobs that ended, with what was asked of them and previews of imports; null keeps them for ever
             * @default null
             */
            readonly jobs: number | null;
            /**
             * @description texts of messages that were delivered or given up; when, to whom and under which title stays; null keeps them for ever
             * @default null
             */
            readonly deliveryTexts: number | null;
            /**
             * @description messages that were delivered or given up, altogether; null keeps them for ever
             * @default null
             */
            readonly deliveries: number | null;
            /**
             * @description notifications and who has read them; what still stands is then told anew; null keeps them for ever
             * @default null
             */
            readonly notifications: number | null;
            /**
             * @description runs of schedules, but for the last that audited, which the next is compared with; null keeps them for ever
             * @default null
             */
            readonly scheduleRuns: number | null;
            /**
             * @description pulls and their files, but for the last of each connection and the last that was complete; null keeps them for ever
             * @default null
             */
            readonly pulls: number | null;
            /**
             * @description PDF files that were kept; while its audit stands a report is printed again; null keeps them for ever
             * @default null
             */
            readonly reports: number | null;
            /**
             * @description inputs and results of audits that no report, clearance or finding rests on; conclusion, counts and digests stay; null keeps them for ever
             * @default null
             */
            readonly audits: number | null;
            /**
             * @description who read which evidence; null keeps them for ever
             * @default null
             */
            readonly evidenceReads: number | null;
        };
        readonly RetentionPreview: {
            /** Format: date-time */
            readonly at: string;
            /** @description what a run would delete now, in the order it would; what is held by some of it alone, such as the files of jobs and pulls and the audits of reports, goes as well and is not counted yet */
            readonly items: readonly {
                /** @enum {string} */
                readonly rule: "sessions" | "signIns" | "answers" | "ciKeys" | "jobs" | "deliveryTexts" | "deliveries" | "notifications" | "scheduleRuns" | "pulls" | "reports" | "audits" | "evidenceReads";
                readonly table: string;
                /**
                 * Format: date-time
                 * @description what is older is old
                 */
                readonly before: string;
                readonly rows: number;
                readonly oldest: string | null;
            }[];
        };
        readonly RetentionRunPage: {
            /** @description newest first */
            readonly items: readonly components["schemas"]["RetentionRun"][];
            readonly total: number;
            readonly next: string | null;
        };
        readonly RetentionRun: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly deleted: readonly {
                /** @enum {string} */
                readonly rule: "sessions" | "signIns" | "answers" | "ciKeys" | "jobs" | "deliveryTexts" | "deliveries" | "notifications" | "scheduleRuns" | "pulls" | "reports" | "audits" | "evidenceReads";
                readonly table: string;
                readonly before: string | null;
                readonly rows: number;
            }[];
        };
        readonly ReauditSettings: {
            /**
             * @description whether what changes affect is audited again by itself
             * @default false
             */
            readonly enabled: boolean;
            /**
             * @description how long nothing must have changed before it is audited; changes that do not end are audited after ten times that
             * @default 2
             */
            readonly quietMinutes: number;
            /** @description 0 until they are changed for the first time */
            readonly version: number;
            readonly changedAt: string | null;
        };
        readonly ReauditTerms: {
            /**
             * @description whether what changes affect is audited again by itself
             * @default false
             */
            readonly enabled: boolean;
            /**
             * @description how long nothing must have changed before it is audited; changes that do not end are audited after ten times that
             * @default 2
             */
            readonly quietMinutes: number;
        };
        readonly ReportJob: {
            /**
             * Format: uuid
             * @description id of the stored audit
             */
            readonly audit: string;
            /**
             * @default full-audit
             * @enum {string}
             */
            readonly template: "full-audit" | "board-brief";
            /**
             * @default en
             * @enum {string}
             */
            readonly language: "en" | "de" | "fr";
        };
        readonly PullJob: {
            /** @description name of the connection */
            readonly connection: string;
        };
        readonly JobPage: {
            readonly items: readonly components["schemas"]["Job"][];
            /** @description jobs that fit, on all pages */
            readonly total: number;
            /** @description `after` of the next page */
            readonly next: string | null;
        };
        readonly Problem400: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 400;
            /** @enum {string} */
            readonly code?: "invalid-request" | "malformed-body";
        };
        readonly Problem401: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 401;
            /** @enum {string} */
            readonly code?: "not-signed-in";
        };
        readonly Problem403: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 403;
            /** @enum {string} */
            readonly code?: "not-allowed";
        };
        readonly Problem404: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 404;
            /** @enum {string} */
            readonly code?: "unknown-route" | "unknown-record";
        };
        readonly Problem405: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 405;
            /** @enum {string} */
            readonly code?: "method-not-allowed";
        };
        readonly Problem409: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 409;
            /** @enum {string} */
            readonly code?: "conflict";
        };
        readonly Problem412: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 412;
            /** @enum {string} */
            readonly code?: "precondition-failed";
        };
        readonly Problem413: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 413;
            /** @enum {string} */
            readonly code?: "body-too-large";
        };
        readonly Problem415: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 415;
            /** @enum {string} */
            readonly code?: "unsupported-media-type";
        };
        readonly Problem422: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 422;
            /** @enum {string} */
            readonly code?: "not-checkable" | "not-importable";
        };
        readonly Problem428: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 428;
            /** @enum {string} */
            readonly code?: "precondition-required";
        };
        readonly Problem429: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 429;
            /** @enum {string} */
            readonly code?: "too-many-attempts";
        };
        readonly Problem500: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 500;
            /** @enum {string} */
            readonly code?: "internal";
        };
        readonly Problem502: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 502;
            /** @enum {string} */
            readonly code?: "pull-refused" | "delivery-refused";
        };
        readonly Problem503: components["schemas"]["Problem"] & {
            /** @enum {integer} */
            readonly status?: 503;
            /** @enum {string} */
            readonly code?: "unavailable";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
