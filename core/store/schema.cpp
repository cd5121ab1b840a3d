// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include <array>

// All times of our own are milliseconds since 1970 in UTC; a server's own instants stay the text it gave.
namespace mottaget::store::schema {

namespace {

constexpr const char* cache1[] = {
    // Bodies are kept byte for byte as the server sent them. case_id ties a resource to the case it belongs to.
    ("CREATE TABLE resource(rid INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, "
     "updated TEXT NOT NULL, case_id TEXT, fetched INTEGER NOT NULL, body BLOB NOT NULL)"),
    "CREATE UNIQUE INDEX resource_key ON resource(type, id)",
    "CREATE INDEX resource_case ON resource(case_id, type) WHERE case_id IS NOT NULL",
    "CREATE TABLE case_row(rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version TEXT NOT NULL, number TEXT NOT NULL, "
    "type TEXT NOT NULL, type_title TEXT NOT NULL, state INTEGER NOT NULL, waiting_for INTEGER NOT NULL, "
    "priority INTEGER NOT NULL, owner_kind INTEGER NOT NULL, owner_ref TEXT NOT NULL, owner_name TEXT NOT NULL, "
    "unit TEXT NOT NULL, patient_id TEXT NOT NULL, family TEXT NOT NULL, given TEXT NOT NULL, identity TEXT NOT NULL, "
    "identity_system TEXT NOT NULL, protection INTEGER NOT NULL, patient_known INTEGER NOT NULL, sender INTEGER NOT NULL, "
    "subject TEXT NOT NULL, interpreter TEXT NOT NULL, received INTEGER NOT NULL, unread INTEGER NOT NULL, pending INTEGER, "
    "is_open INTEGER NOT NULL, order_key BLOB NOT NULL, order_until INTEGER, order_reason INTEGER NOT NULL, due INTEGER)",
    // Covers the views' conditions, so that counting and paging read the index alone.
    "CREATE INDEX case_order ON case_row(is_open, order_key, state, owner_kind, owner_ref, type)",
    "CREATE INDEX case_patient ON case_row(patient_id)", "CREATE INDEX case_pending ON case_row(id) WHERE pending IS NOT NULL",
    "CREATE INDEX case_until ON case_row(order_until) WHERE order_until IS NOT NULL",
    // Names, numbers, case number and subject; never message bodies (PDL 2 kap. 8 §).
    "CREATE VIRTUAL TABLE case_search USING fts5(words, tokenize='unicode61 remove_diacritics 0', prefix='2 3')",
    "CREATE TABLE mark(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    // What happened to cases, without identities; kept when a case is purged, because follow-up counts on it.
    "CREATE TABLE event(id TEXT PRIMARY KEY, verb TEXT NOT NULL, case_type TEXT NOT NULL, unit TEXT NOT NULL, at INTEGER NOT NULL)",
    nullptr};
// What was here and is not any more, without its content.
constexpr const char* cache2[] = {"CREATE TABLE absent(type TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, case_id TEXT NOT NULL, "
                                  "why INTEGER NOT NULL, PRIMARY KEY(type, id)) WITHOUT ROWID",
    "CREATE INDEX absent_case ON absent(case_id)", nullptr};
// Contents of attachments that were asked for, and those still to be fetched.
constexpr const char* cache3[] = {"CREATE TABLE attachment(id TEXT PRIMARY KEY, case_id TEXT NOT NULL, state INTEGER NOT NULL, "
                                  "asked INTEGER NOT NULL, tries INTEGER NOT NULL, content BLOB)",
    "CREATE INDEX attachment_case ON attachment(case_id)", "CREATE INDEX attachment_wanted ON attachment(state, tries, asked)", nullptr};
constexpr const char* cache4[] = {"ALTER TABLE case_row ADD COLUMN provisional INTEGER NOT NULL DEFAULT 0", nullptr};
constexpr std::array cacheHistory {Migration {1, cache1}, Migration {2, cache2}, Migration {3, cache3}, Migration {4, cache4}};

constexpr const char* journal1[] = {
    "CREATE TABLE draft(case_id TEXT PRIMARY KEY, verb TEXT NOT NULL, text TEXT NOT NULL, saved_at INTEGER NOT NULL)", nullptr};
constexpr std::array journalHistory {Migration {1, journal1}};

constexpr const char* outbox1[] = {
    "CREATE TABLE command(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, verb TEXT NOT NULL, "
    "case_id TEXT NOT NULL, base_version TEXT NOT NULL, base_body BLOB, author_hsa TEXT NOT NULL, author_role TEXT NOT NULL, "
    "author_name TEXT NOT NULL, commission TEXT NOT NULL, purpose TEXT NOT NULL, device TEXT NOT NULL, acted_at INTEGER NOT NULL, "
    "monotonic_ms INTEGER NOT NULL, not_before INTEGER NOT NULL, label TEXT NOT NULL, keys TEXT NOT NULL, text TEXT NOT NULL, "
    "message_id TEXT NOT NULL, assignee_kind INTEGER, assignee_ref TEXT, assignee_name TEXT, priority TEXT, outcome TEXT, "
    "journal TEXT, new_case_id TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_attempt INTEGER, "
    "reason TEXT NOT NULL DEFAULT '', server_text TEXT NOT NULL DEFAULT '', first_sent INTEGER, request BLOB)",
    "CREATE INDEX command_state ON command(state, seq)", "CREATE INDEX command_case ON command(case_id, seq)", nullptr};
// How far the file had come, to be found again: an older state put back lacks what is kept in the keychain.
constexpr const char* anchors[] = {"CREATE TABLE anchor(seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL)", nullptr};
constexpr std::array outboxHistory {Migration {1, outbox1}, Migration {2, anchors}};

constexpr const char* log1[] = {
    "CREATE TABLE entry(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, activity TEXT NOT NULL, "
    "level TEXT NOT NULL, at INTEGER NOT NULL, purpose TEXT NOT NULL, user TEXT NOT NULL, commission TEXT NOT NULL, "
    "unit TEXT NOT NULL, provider TEXT NOT NULL, resource_type TEXT NOT NULL, patients TEXT NOT NULL, offline INTEGER NOT NULL)",
    nullptr};
// One link for each entry and for each note that entries have been stored by the region. The link stays when the entry goes.
constexpr const char* log3[] = {"ALTER TABLE entry ADD COLUMN args TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE entry ADD COLUMN user_name TEXT NOT NULL DEFAULT ''", "ALTER TABLE entry ADD COLUMN title TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE entry ADD COLUMN unit_name TEXT NOT NULL DEFAULT ''", "ALTER TABLE entry ADD COLUMN tries INTEGER NOT NULL DEFAULT 0",
    "CREATE TABLE chain(seq INTEGER PRIMARY KEY, kind INTEGER NOT NULL, content BLOB NOT NULL, stored TEXT NOT NULL, hash BLOB NOT NULL)",
    nullptr};
constexpr std::array logHistory {Migration {1, log1}, Migration {2, anchors}, Migration {3, log3}};

} // namespace

std::span<const Migration> cache()
{
    return cacheHistory;
}

std::span<const Migration> journal()
{
    return journalHistory;
}

std::span<const Migration> outbox()
{
    return outboxHistory;
}

std::span<const Migration> log()
{
    return logHistory;
}

} // namespace mottaget::store::schema
