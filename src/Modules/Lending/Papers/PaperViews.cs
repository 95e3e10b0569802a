using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Lending.Papers;

/// <summary>One version of a document.</summary>
/// <param name="RecordHash">SHA-256 of what it was made of, hex.</param>
/// <param name="EvidenceId">The evidence its making left.</param>
public sealed record PaperVersion(Guid Id, int N, string TemplateVersion, string RecordHash, DateOnly AsOf, Guid EvidenceId, string At, string By)
{
    internal static PaperVersion Of(LoanPaper p) => new(p.Id, p.N, p.TemplateVersion, p.RecordHash, p.AsOf, p.EvidenceId, Instant.Text(p.At), p.By);
}

/// <summary>A document that can be made.</summary>
/// <param name="English">Whether it is there in English as well.</param>
/// <param name="Verified">Whether somebody reviewed the template's words.</param>
/// <param name="Changed">Record or template are not those of the newest version; also before the first. False where the template stands no longer.</param>
/// <param name="Versions">Newest first.</param>
public sealed record LoanPaperRow(string Template, string Title, string TemplateVersion, bool English, bool Verified, string Source, bool Changed, IReadOnlyList<PaperVersion> Versions)
{
    internal static LoanPaperRow Of(ShelvedTemplate template, bool stands, string? recordHash, IReadOnlyList<LoanPaper> made, Language language)
    {
        var own = made.Where(p => p.Template == template.Template.Id).OrderByDescending(p => p.N).ToList();
        return new(template.Template.Id, template.Template.Title.In(language), template.Template.Version, template.Template.English, template.Template.Verified, template.Template.Source.In(language), stands && (own.Count == 0 || own[0].RecordHash != recordHash || own[0].TemplateHash != template.Hash), [.. own.Select(PaperVersion.Of)]);
    }
}

/// <summary>The documents of a record.</summary>
/// <param name="NotYet">Why none can be made yet; null where they can.</param>
public sealed record LoanPaperList(string About, Guid AboutId, string? NotYet, IReadOnlyList<LoanPaperRow> Rows);
