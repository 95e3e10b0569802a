using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Statements;

/// <summary>Reads camt.053 (.02, .08) and mapped xlsx and csv statements, recognised by their content.</summary>
/// <remarks>Limits: camt a gigabyte of characters, csv half of it, xlsx what a workbook may be; two million lines.</remarks>
public sealed class StatementReader(SheetShelf shelf) : IStatementReader
{
    public Result<StatementFile> Read(Stream file)
    {
        var lines = new CollectedLines();
        var read = Read(file, lines);
        return read.Ok ? read.Value with { Statements = lines.Statements } : read;
    }

    public Result<StatementFile> Read(Stream file, IStatementSink sink) => FileRefused.Catch(() =>
    {
        using var stream = new PeekedStream(file);
        var kind = TextEncodings.Kind(stream.First);
        if (kind == FileKind.Xml)
        {
            using var cursor = IsoCursor.Open(stream, CamtReader.Statements);
            return CamtReader.Read(cursor, sink);
        }

        var tables = SheetFile.Open(stream, kind, [.. shelf.Of(SheetKind.Statement)]);
        var statements = tables.SelectMany(t => new StatementSheet(t.Table, sink).Read(t)).ToList();
        if (statements.Count == 0)
        {
            throw new FileRefused(FileRefusals.Missing("", "account | date"));
        }

        return new StatementFile { Format = $"sheet.{tables[0].Table.Mapping.Id}", MessageId = stream.Id(Channels.PaymentOrder.LongestId), Statements = statements };
    });

    private sealed class CollectedLines : IStatementSink
    {
        private List<StatementLine> lines = [];

        public List<BankStatement> Statements { get; } = [];

        public void Begin(BankStatement head) => lines = [];

        public void Line(StatementLine line) => lines.Add(line);

        public void End(BankStatement foot) => Statements.Add(foot with { Lines = lines });
    }
}
