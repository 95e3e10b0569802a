using Zhirong.Platform.Storage;

namespace Zhirong.Modules.Assets.Storage;

/// <summary>A right of the register: what lists and searches need; the rest is what sources say and what follows from it.</summary>
internal sealed class RegisteredRight : IOwned, IVersioned
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public int Version { get; set; }

    /// <summary>The number its rows hang on.</summary>
    public required long No { get; init; }

    /// <summary>The number people know it by.</summary>
    public required string Number { get; set; }

    public required string Office { get; set; }

    /// <summary>A word of <see cref="Model.RightKinds"/>; empty while no source says.</summary>
    public required string Kind { get; set; }

    /// <summary>The Chinese title, else the first there is.</summary>
    public required string Title { get; set; }

    public string? TitleEn { get; set; }

    /// <summary>Who holds it now, names one a line.</summary>
    public required string Holder { get; set; }

    /// <summary>Main class.</summary>
    public string? Ipc { get; set; }

    /// <summary>Family as the newest source numbers it.</summary>
    public string? Family { get; set; }

    public DateOnly? Filed { get; set; }

    public DateOnly? Granted { get; set; }

    /// <summary>First day no longer in force by law; null while facts are missing.</summary>
    public DateOnly? Expires { get; set; }

    public string? TermRule { get; set; }

    /// <summary>The application it was divided from.</summary>
    public string? ParentKey { get; set; }

    /// <summary>The newest day a source stands at.</summary>
    public DateOnly? Newest { get; set; }

    /// <summary>The day from which on, without a gap, some state is known of it; null where none is to this day. What follows from its sources' age is not in it.</summary>
    public DateOnly? KnownFrom { get; set; }

    /// <summary>1 while only events or other records speak of it.</summary>
    public required int Stub { get; set; }

    /// <summary>Open questions about it.</summary>
    public required int Questions { get; set; }

    public required long MadeAt { get; init; }

    public required long ChangedAt { get; set; }

    public required string ChangedBy { get; set; }
}

/// <summary>A number that names a right; of one owner a number names one right.</summary>
internal sealed class RightNumberRow
{
    public required Guid OwnerId { get; init; }

    /// <summary>See <see cref="Model.NumberKeys"/>.</summary>
    public required string Key { get; init; }

    public required long RightNo { get; set; }

    public required string Office { get; init; }

    public required string Use { get; init; }

    public required string Text { get; init; }

    public required string DocumentKind { get; init; }

    /// <summary>As it was first written.</summary>
    public required string Raw { get; init; }
}

/// <summary>What one source says of a right, kept whole.</summary>
internal sealed class SaidRow
{
    public required long RightNo { get; set; }

    public required long N { get; set; }

    /// <summary>0 where it was typed in.</summary>
    public required long SourceNo { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The same statement has the same print.</summary>
    public required string Print { get; init; }

    /// <summary>When it was typed in; 0 of a file.</summary>
    public required long At { get; init; }

    public required string By { get; init; }

    public required int Line { get; init; }

    /// <summary>The record as JSON.</summary>
    public required string Record { get; init; }
}

/// <summary>A legal event.</summary>
internal sealed class EventRow
{
    public required long RightNo { get; set; }

    public required long N { get; set; }

    public required string Scheme { get; init; }

    public required string Code { get; init; }

    public required string Effect { get; init; }

    /// <summary>What a person says it does, where the code is ambiguous.</summary>
    public string? Decided { get; set; }

    public DateOnly? RecordedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public required string Text { get; init; }

    public required string Facts { get; init; }

    public required string Print { get; init; }

    public required long SourceNo { get; init; }

    public required DateOnly TakenOn { get; init; }

    public required string By { get; init; }
}

/// <summary>A state of a right over days, derived.</summary>
internal sealed class StandingRow
{
    public required long RightNo { get; init; }

    public required int N { get; init; }

    public required string State { get; init; }

    /// <summary>First day; empty for always.</summary>
    public required string FromDay { get; init; }

    /// <summary>First day no longer; <c>9999-12-31</c> while open.</summary>
    public required string UntilDay { get; init; }

    public required int Estimated { get; init; }

    public required string Because { get; init; }
}

/// <summary>Somebody who holds a right over days, derived.</summary>
internal sealed class HolderRow
{
    public required long RightNo { get; init; }

    public required int N { get; init; }

    public required string Name { get; init; }

    public string? Code { get; init; }

    /// <summary>In millionths.</summary>
    public long? Share { get; init; }

    /// <summary>Empty where it is not known.</summary>
    public required string FromDay { get; init; }

    public required string UntilDay { get; init; }

    public required string Because { get; init; }
}

/// <summary>The search words of a right.</summary>
internal sealed class TextRow
{
    public required long No { get; init; }

    public required string Words { get; set; }
}
