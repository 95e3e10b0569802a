using Zhirong.Platform.Storage.Rows;
using static Zhirong.Platform.Storage.Rows.TableShape;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>The tables written by prepared commands, many rows at a time.</summary>
internal static class RegisterShapes
{
    /// <summary>An open end in columns that are compared as text.</summary>
    public const string Open = "9999-12-31";

    public static TableShape Rights { get; } = new(
        "ast_right", Text("id"), Text("owner_id"), Int("version"), Long("no"), Text("number"), Text("office"), Text("kind"), Text("title"), Text("title_en"), Text("holder"), Text("ipc"), Text("family"), Text("filed"), Text("granted"), Text("expires"), Text("term_rule"), Text("parent_key"), Text("newest"), Text("known_from"), Int("stub"), Int("questions"), Long("made_at"), Long("changed_at"), Text("changed_by"));

    /// <summary>What is written anew when more is known of a right.</summary>
    public static TableShape RightChanges { get; } = new(
        "ast_right", Long("no"), Int("version"), Text("number"), Text("office"), Text("kind"), Text("title"), Text("title_en"), Text("holder"), Text("ipc"), Text("family"), Text("filed"), Text("granted"), Text("expires"), Text("term_rule"), Text("parent_key"), Text("newest"), Text("known_from"), Int("stub"), Int("questions"), Long("changed_at"), Text("changed_by"));

    public static TableShape Numbers { get; } = new("ast_number", Text("key"), Text("owner_id"), Long("right_no"), Text("office"), Text("use"), Text("text"), Text("document_kind"), Text("raw")) { Conflict = "ON CONFLICT (key, owner_id) DO NOTHING" };

    public static TableShape NumberKeys { get; } = new("ast_number", Text("key"), Text("owner_id"), Long("right_no"));

    public static TableShape Statements { get; } = new("ast_said", Long("right_no"), Long("n"), Long("source_no"), Text("as_of"), Text("print"), Long("at"), Text("by"), Int("line"), Text("record"));

    public static TableShape Events { get; } = new("ast_event", Long("right_no"), Long("n"), Text("scheme"), Text("code"), Text("effect"), Text("decided"), Text("recorded_on"), Text("effective_on"), Text("text"), Text("facts"), Text("print"), Long("source_no"), Text("taken_on"), Text("by"));

    public static TableShape Standings { get; } = new("ast_standing", Long("right_no"), Int("n"), Text("state"), Text("from_day"), Text("until_day"), Int("estimated"), Text("because"));

    public static TableShape Holders { get; } = new("ast_holder", Long("right_no"), Int("n"), Text("name"), Text("code"), Long("share"), Text("from_day"), Text("until_day"), Text("because"));

    public static TableShape Encumbrances { get; } = new("ast_encumbrance", Text("id"), Long("right_no"), Text("kind"), Text("registration_no"), Text("holder"), Text("grantor"), Text("from_day"), Text("until_day"), Int("estimated"), Text("origin"), Text("note"), Long("at"), Text("by"));

    public static TableShape Words { get; } = new("ast_text", Long("no"), Text("words"));

    /// <summary>SQLite's full-text table over <c>ast_text</c>.</summary>
    public static TableShape Search { get; } = new("ast_search", Long("rowid"), Text("words"));

    public static TableShape UploadParts { get; } = new("ast_upload_part", Text("upload_id"), Int("n"), Blob("content"));

    public static TableShape Questions { get; } = new("ast_question", Text("id"), Text("owner_id"), Long("right_no"), Text("kind"), Text("event_print"), Text("text"), Int("open"), Text("note"), Long("asked_at")) { Conflict = "ON CONFLICT (right_no, kind, event_print) DO NOTHING" };
}
