using Zhirong.Engine.Basics;
using Zhirong.Modules.Payments.Channels;
using Zhirong.Modules.Payments.Sheets;
using Zhirong.Modules.Payments.Statements;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>The mappings, channels and readers that come with the product.</summary>
internal static class Shelves
{
    public static SheetShelf Sheets { get; } = new([.. Directory.GetFiles(Repo.At("data", "channels"), "*.yaml").Select(file => MappingReader.Read(File.ReadAllBytes(file)).Value)]);

    public static ChannelShelf Channels { get; } = new(Sheets);

    public static AnswerReader Answers { get; } = new(Sheets);

    public static StatementReader Statements { get; } = new(Sheets);

    public static Result<StatementFile> Statement(byte[] file) => Statements.Read(new MemoryStream(file));

    public static Result<StatementFile> Statement(string text) => Statement(System.Text.Encoding.UTF8.GetBytes(text));

    public static Result<IReadOnlyList<ChannelAnswer>> Answer(string text) => Answers.Read(System.Text.Encoding.UTF8.GetBytes(text));
}
