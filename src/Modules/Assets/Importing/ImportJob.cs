using System.Text.Json;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Reading;
using Zhirong.Modules.Assets.Reading.Tables;
using Zhirong.Modules.Assets.Taking;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Web;
using Zhirong.Platform.Work;

namespace Zhirong.Modules.Assets.Importing;

/// <summary>What an import was asked: kept with its job.</summary>
/// <param name="Upload">The file that waits.</param>
/// <param name="Columns">The mapping laid over the product's own titles.</param>
internal sealed record ImportOrder(Guid Upload, Guid Source, string Name, string Sha256, string Format, DateOnly AsOf, long Size, string Mapping, string ReadAs, IReadOnlyDictionary<string, string> Columns)
{
    public IntakeSource Intake() => new(Name, Sha256, Format, AsOf) { Mapping = Mapping, ReadAs = ReadAs, Size = Size };
}

/// <summary>
/// 导入大文件: takes a large file in. One shard, for a file is read from its beginning; how far it is stands with the source. What is
/// taken twice after a crash changes nothing.
/// </summary>
internal sealed class ImportJob(Store store, RegisterLaw law, RegisterTitles titles, TimeProvider clock) : IJobKind
{
    public const string Kind = "assets.right-import";

    public string Name => Kind;

    public Result<IReadOnlyList<string>> Plan(string input) => Result<IReadOnlyList<string>>.Of(["0"]);

    public async Task<Result<ShardDone>> Run(ShardOrder order, CancellationToken cancel)
    {
        var import = JsonSerializer.Deserialize<ImportOrder>(order.Input, WebJson.Options)!;
        var intake = new Intake(store, law, clock);
        var (id, done) = await intake.Announce(order.Viewer, import.Intake(), cancel);
        if (!done)
        {
            await using var file = await Uploads.Open(store, order.Viewer, import.Upload, cancel);
            if (file is null)
            {
                return WebRefusals.NotFound("uploads", $"{import.Upload}");
            }

            var reader = new RightsReader(titles.Rights.With(HeaderAliases.Of(import.Columns).Value));
            await intake.Take(order.Viewer, import.Intake() with { Position = () => file.Position }, reader.Read(file, RegisterFormats.Read(import.Format)), cancel);
        }

        return new ShardDone(JsonSerializer.Serialize(id, WebJson.Options), work =>
        {
            Uploads.Drop(work, import.Upload);
            return Task.CompletedTask;
        });
    }

    public string Finish(string input, IReadOnlyList<string> results) => $"{{\"source\":{results[0]}}}";
}
