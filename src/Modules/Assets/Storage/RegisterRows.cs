using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>权利负担, from events or typed in.</summary>
internal sealed class EncumbranceRow
{
    public required Guid Id { get; init; }

    public required long RightNo { get; set; }

    public required string Kind { get; init; }

    public required string RegistrationNo { get; init; }

    /// <summary>Pledgee, licensee, court.</summary>
    public required string Holder { get; init; }

    public required string Grantor { get; init; }

    public DateOnly? FromDay { get; init; }

    /// <summary>First day no longer.</summary>
    public DateOnly? UntilDay { get; set; }

    public required int Estimated { get; init; }

    /// <summary><c>event</c>, <c>hand</c> or <c>registration</c>.</summary>
    public required string Origin { get; init; }

    public required string Note { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>A file rights were read from, with what became of it.</summary>
internal sealed class SourceRow : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required long No { get; init; }

    public required string Name { get; init; }

    public required string Sha256 { get; init; }

    public required string Format { get; init; }

    /// <summary>A print of the mapping it was read with; empty for none. The same file read otherwise is another source.</summary>
    public required string ReadAs { get; init; }

    /// <summary>The mapping's name; empty for none.</summary>
    public required string Mapping { get; init; }

    /// <summary>Bytes; 0 where nobody said.</summary>
    public required long Size { get; init; }

    /// <summary>How many of them are read, while it is being taken in.</summary>
    public required long ReadBytes { get; set; }

    public required DateOnly AsOf { get; init; }

    /// <summary>1 once all of it is taken in.</summary>
    public required int Done { get; set; }

    public required int Rows { get; set; }

    public required int Taken { get; set; }

    public required int Merged { get; set; }

    public required int Refused { get; set; }

    public required int Warnings { get; set; }

    public required int Rights { get; set; }

    /// <summary>The first refusals and warnings, as JSON.</summary>
    public required string Findings { get; set; }

    /// <summary>What the reader did not use, with counts, as JSON.</summary>
    public required string Unused { get; set; }

    public required long At { get; init; }

    public required string By { get; init; }
}

/// <summary>What a person must say.</summary>
internal sealed class QuestionRow : IOwned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required long RightNo { get; set; }

    public required string Kind { get; init; }

    /// <summary>The event it is about; empty for none.</summary>
    public required string EventPrint { get; init; }

    public required string Text { get; init; }

    public required int Open { get; set; }

    public string? Answer { get; set; }

    public required string Note { get; set; }

    public required long AskedAt { get; init; }

    public long? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }
}

/// <summary>A sale or a licence of a right, for what price.</summary>
internal sealed class TradeRow
{
    public required Guid Id { get; init; }

    public required long RightNo { get; set; }

    public required string Kind { get; init; }

    public required string Grantor { get; init; }

    public required string Taker { get; init; }

    public required DateOnly Signed { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? UntilDay { get; init; }

    public long? Fen { get; init; }

    /// <summary>Of sales, in millionths.</summary>
    public long? Royalty { get; init; }

    /// <summary>1 between related parties.</summary>
    public required int Related { get; init; }

    public required string RegistrationNo { get; init; }

    public required string Note { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }
}
