using System.Text.Json.Nodes;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Lending.Loans;
using Zhirong.Modules.Lending.Papers.Records;
using Zhirong.Modules.Lending.Papers.Templates;
using Zhirong.Platform.Access;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Shares;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Papers;

/// <summary>What documents are made with.</summary>
internal sealed class PaperDesk(Origination origination, LoanDesk loans, IPeople people, LoanDocuments documents)
{
    public Origination Origination => origination;

    public LendingDesk Lending => origination.Lending;

    public LoanDesk Loans => loans;

    public LoanLaw Law => loans.Law;

    public IPeople People => people;

    public PaperShelf Shelf => documents.Shelf;

    /// <summary>The record of what a document is of, as it stands; null where the viewer sees no such thing.</summary>
    public Result<JsonObject>? Record(ZhirongContext read, string kind, Guid id) => kind switch
    {
        PaperSubjects.Application => ApplicationRecord.Of(read, this, id),
        PaperSubjects.Facility => Found(FacilityRecord.Of(read, this, id)),
        PaperSubjects.Pledge => Found(PledgeRecord.Of(read, this, id)),
        PaperSubjects.LoanFile => Found(DutyRecord.Of(read, this, id)),
        _ => Found(LoanRecord.Of(read, this, id)),
    };

    public static Refusal Missing(ZhirongContext work, string kind, Guid id) => work.Reads(PaperSubjects.Of(kind).Root, id) ? StorageRefusals.SharedToRead("about", $"{id}") : WebRefusals.NotFound("about", $"{id}");

    private static Result<JsonObject>? Found(JsonObject? record) => record is null ? (Result<JsonObject>?)null : Result<JsonObject>.Of(record);
}
