namespace Zhirong.Modules.Tests.Ledger.Simulation;

/// <summary>Where a ledger first differs from the auditor.</summary>
/// <param name="Number">One-based number of the command after which it was seen.</param>
/// <param name="What">The command, or the question that was asked after it.</param>
internal sealed record Divergence(int Seed, int Number, string What, string Expected, string Actual)
{
    public override string ToString() => $"seed {Seed}, command {Number}: {What}\n  expected {Expected}\n  answered {Actual}";
}

/// <summary>Asks the auditor and a ledger the same things and compares every answer.</summary>
internal sealed class LedgerSimulation(int seed, ILedgerUnderTest ledger)
{
    private readonly Auditor auditor = new();
    private readonly SortedDictionary<string, int> answers = new(StringComparer.Ordinal);
    private int number;

    /// <summary>How often each kind of command got each answer: shows that a run tried what it should.</summary>
    public IReadOnlyDictionary<string, int> Answers => answers;

    public Auditor Auditor => auditor;

    /// <summary>Runs until the ledgers differ; null when they never did.</summary>
    /// <param name="commands">How many commands.</param>
    /// <param name="every">After how many of them everything is compared.</param>
    public async Task<Divergence?> Run(int commands, int every = 50)
    {
        var (maker, questions) = (new CommandMaker(seed, auditor), new Random(seed + 1));
        for (number = 1; number <= commands; number++)
        {
            var command = maker.Next();
            var expected = await auditor.Do(command);
            var actual = await ledger.Do(command);
            var kind = $"{command.GetType().Name} {expected}";
            answers[kind] = answers.GetValueOrDefault(kind) + 1;
            var different = expected == actual ? null : new Divergence(seed, number, command.ToString(), expected, actual);
            if (number % every == 0 || number == commands)
            {
                different ??= await Compare(questions);
            }

            if (different is not null)
            {
                return different;
            }
        }

        return null;
    }

    private async Task<Divergence?> Compare(Random questions)
    {
        foreach (var book in auditor.Books)
        {
            var entries = auditor.Entries.Where(e => e.Body.Book == book.Code).ToList();
            DateOnly? day = questions.Next(3) == 0 ? null : book.BusinessDate.AddDays(-questions.Next(120));
            Guid? through = questions.Next(3) == 0 || entries.Count == 0 ? null : entries[questions.Next(entries.Count)].Body.Id;
            var different = Differ($"trial balance of {book.Code}", Rows(await auditor.Trial(book.Code, null, null)), Rows(await ledger.Trial(book.Code, null, null)))
                ?? Differ($"trial balance of {book.Code} effective {day:yyyy-MM-dd} through {through}", Rows(await auditor.Trial(book.Code, day, through)), Rows(await ledger.Trial(book.Code, day, through)))
                ?? Differ($"holds of {book.Code}", Rows(await auditor.Holds(book.Code)), Rows(await ledger.Holds(book.Code)))
                ?? await CompareAccount(book, book.Accounts.Count == 0 ? null : book.Accounts[questions.Next(book.Accounts.Count)], day, through);
            if (different is not null)
            {
                return different;
            }
        }

        return null;
    }

    private async Task<Divergence?> CompareAccount(AuditBook book, AuditAccount? account, DateOnly? day, Guid? through)
    {
        if (account is null)
        {
            return null;
        }

        var (expected, actual) = (await auditor.Balance(book.Code, account.Code, day, through), await ledger.Balance(book.Code, account.Code, day, through));
        return Differ($"balance of {book.Code} {account.Code} effective {day:yyyy-MM-dd} through {through}", [$"{expected}"], [$"{actual}"])
            ?? Differ($"statement of {book.Code} {account.Code}", [.. (await auditor.Statement(book.Code, account.Code)).Select(r => $"{r}")], [.. (await ledger.Statement(book.Code, account.Code)).Select(r => $"{r}")]);
    }

    private static List<string> Rows(IEnumerable<TrialRow> rows) => [.. rows.Where(r => !r.Empty).OrderBy(r => r.Account, StringComparer.Ordinal).Select(r => $"{r}")];

    private static List<string> Rows(IEnumerable<HoldRow> rows) => [.. rows.OrderBy(r => r.Id).Select(r => $"{r}")];

    /// <summary>The first row in which the answers differ.</summary>
    private Divergence? Differ(string question, List<string> expected, List<string> actual)
    {
        for (var n = 0; n < Math.Max(expected.Count, actual.Count); n++)
        {
            var (left, right) = (n < expected.Count ? expected[n] : "nothing more", n < actual.Count ? actual[n] : "nothing more");
            if (left != right)
            {
                return new(seed, number, $"{question}, row {n + 1}", left, right);
            }
        }

        return null;
    }
}
