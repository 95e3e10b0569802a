using Zhirong.Modules.Assets.Model;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>The rows of many rights, written together.</summary>
internal sealed class RightWriting(Session session, TimeProvider clock, Guid owner, string by)
{
    private const int Full = 1_000;

    private RowSet rights = new(RegisterShapes.Rights);
    private RowSet changes = new(RegisterShapes.RightChanges);
    private RowSet numbers = new(RegisterShapes.Numbers);
    private RowSet statements = new(RegisterShapes.Statements);
    private RowSet events = new(RegisterShapes.Events);
    private RowSet standings = new(RegisterShapes.Standings);
    private RowSet holders = new(RegisterShapes.Holders);
    private RowSet encumbrances = new(RegisterShapes.Encumbrances);
    private RowSet words = new(RegisterShapes.Words);
    private RowSet search = new(RegisterShapes.Search);
    private RowSet questions = new(RegisterShapes.Questions);
    // Values that stand in every row, made once.
    private readonly string mine = RowValues.Of(owner);
    private readonly object moment = Instant.Now(clock);
    private static readonly object None = 0, Once = 1;

    public void New(long no, Guid id, RightSheet right)
    {
        rights.Add(
            RowValues.Of(id), mine, Once, no, right.Number, right.Office, right.Kind, right.Title, right.TitleEn, right.Holder, right.MainClass, right.Family, Day(right.Filed), Day(right.Granted), Day(right.Expires), right.TermRule, right.ParentKey, Day(right.Newest), Day(right.KnownFrom), right.Stub ? Once : None, right.Questions.Count == 0 ? None : right.Questions.Count, moment, moment, by);
        Follows(no, right);
        Words(no, right.Words);
    }

    /// <summary>What follows from a right is written anew; its statements and events stay.</summary>
    /// <param name="openQuestions">Questions about it that nobody has answered, the new ones counted.</param>
    public void Changed(long no, int version, RightSheet right, int openQuestions)
    {
        changes.Add(
            no, version, right.Number, right.Office, right.Kind, right.Title, right.TitleEn, right.Holder, right.MainClass, right.Family, Day(right.Filed), Day(right.Granted), Day(right.Expires), right.TermRule, right.ParentKey, Day(right.Newest), Day(right.KnownFrom), right.Stub ? Once : None, openQuestions, moment, by);
        session.Execute("DELETE FROM ast_standing WHERE right_no = @p0", no);
        session.Execute("DELETE FROM ast_holder WHERE right_no = @p0", no);
        session.Execute("DELETE FROM ast_encumbrance WHERE right_no = @p0 AND origin = 'event'", no);
        Follows(no, right);
        PledgedRightTold.Changed(session, no, clock);
        var before = session.First("SELECT words FROM ast_text WHERE no = @p0", row => row.Text(0), no);
        var after = right.Words;
        if (before == after)
        {
            return;
        }

        if (before is not null && session.Kind == DatabaseKind.Sqlite)
        {
            session.Execute("INSERT INTO ast_search (ast_search, rowid, words) VALUES ('delete', @p0, @p1)", no, before);
        }

        session.Execute("DELETE FROM ast_text WHERE no = @p0", no);
        Words(no, after);
    }

    public void Number(string key, long right, Reading.RightNumber number) => numbers.Add(key, mine, right, number.Office, UseWord(number.Use), number.Text, number.DocumentKind, number.Raw);

    public void Statement(long right, long n, StatementLine said) => statements.Add(right, n, said.Source, RowValues.Of(said.AsOf), said.Print, said.At, said.By, said.Line, said.Json);

    public void Event(long right, long n, RightEvent e, string print, long source) => events.Add(
        right, n, e.Scheme, e.Code, e.Effect.Word(), null, Day(e.RecordedOn), Day(e.EffectiveOn), e.Text, FactsJson.Of(e.Facts), print, source, RowValues.Of(e.TakenOn), by);

    /// <summary>Writes what is gathered once it is much: long lists would be large objects, and collecting those is dear.</summary>
    public void FlushWhenFull()
    {
        if (standings.Count >= Full || rights.Count >= Full / 4)
        {
            Flush();
        }
    }

    /// <summary>Writes everything gathered.</summary>
    public void Flush()
    {
        Insert(ref rights);
        if (changes.Count > 0)
        {
            session.Update(changes);
            changes = new(RegisterShapes.RightChanges);
        }

        Insert(ref numbers);
        Insert(ref statements);
        Insert(ref events);
        Insert(ref standings);
        Insert(ref holders);
        Insert(ref encumbrances);
        Insert(ref words);
        if (session.Kind == DatabaseKind.Sqlite)
        {
            Insert(ref search);
        }

        Insert(ref questions);
    }

    private void Insert(ref RowSet rows)
    {
        if (rows.Count > 0)
        {
            session.Insert(rows);
            rows = new(rows.Shape);
        }
    }

    public static string UseWord(Reading.NumberUse use) => use switch
    {
        Reading.NumberUse.Application => "application",
        Reading.NumberUse.Publication => "publication",
        Reading.NumberUse.Grant => "grant",
        Reading.NumberUse.Registration => "registration",
        Reading.NumberUse.Certificate => "certificate",
        _ => "priority",
    };

    private void Follows(long no, RightSheet right)
    {
        foreach (var (n, s) in right.Standings.Index())
        {
            standings.Add(no, n, s.State.Word(), Day(s.From) ?? "", Day(s.Until) ?? RegisterShapes.Open, s.Estimated ? Once : None, s.Because.Word());
        }

        foreach (var (n, h) in right.Holders.Index())
        {
            holders.Add(no, n, h.Name, h.Code, h.Share is { } share ? (long)decimal.Round(share * 1_000_000m) : null, Day(h.From) ?? "", Day(h.Until) ?? RegisterShapes.Open, h.Because);
        }

        foreach (var e in right.Encumbrances)
        {
            encumbrances.Add(RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), no, e.Kind.Word(), e.RegistrationNo, e.Holder, e.Grantor, Day(e.From), Day(e.Until), e.Estimated ? Once : None, "event", "", moment, by);
        }

        foreach (var asked in right.Questions)
        {
            questions.Add(RowValues.Of(Guid.CreateVersion7(clock.GetUtcNow())), mine, no, asked.Kind, asked.EventPrint, asked.Text.Length > 500 ? asked.Text[..500] : asked.Text, Once, "", moment);
        }
    }

    private void Words(long no, string text)
    {
        words.Add(no, text);
        search.Add(no, text);
    }

    private static string? Day(DateOnly? day) => RowValues.Of(day);
}
