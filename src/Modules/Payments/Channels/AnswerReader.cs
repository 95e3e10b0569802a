using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Files;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Payments.Statements;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Channels;

/// <summary>Reads pain.002 (.03, .10, .11), camt.053 and camt.054 (.02, .08), and mapped result sheets, recognised by their content.</summary>
public sealed class AnswerReader(SheetShelf shelf) : IAnswerReader
{
    private static readonly IReadOnlyList<string> Known = [.. Pain002Reader.Messages, .. CamtReader.Statements, .. CamtReader.Notifications];

    public Result<IReadOnlyList<ChannelAnswer>> Read(ReadOnlyMemory<byte> file) => FileRefused.Catch<IReadOnlyList<ChannelAnswer>>(() =>
    {
        using var bytes = new MemoryStream(file.ToArray(), writable: false);
        using var stream = new PeekedStream(bytes);
        var kind = TextEncodings.Kind(stream.First);
        if (kind != FileKind.Xml)
        {
            var tables = SheetFile.Open(stream, kind, [.. shelf.Of(SheetKind.Result)]);
            return [.. tables.Select(t => new ResultSheet(t).Read(() => stream.Id(PaymentOrder.LongestId)))];
        }

        using var cursor = IsoCursor.Open(stream, Known);
        if (Pain002Reader.Messages.Contains(cursor.Message))
        {
            return [Pain002Reader.Read(cursor)];
        }

        var answers = new CamtAnswers();
        return [answers.Answer(CamtReader.Read(cursor, answers))];
    });
}
