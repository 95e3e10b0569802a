using Zhirong.Engine.Basics;
using Zhirong.Modules.Assets.Law;
using Zhirong.Modules.Assets.Model;

namespace Zhirong.Modules.Assets.UseCases;

/// <summary>The term by law.</summary>
/// <param name="Until">First day no longer in force.</param>
/// <param name="YearsLeft">On the day asked about.</param>
/// <param name="Missing">Facts without which it cannot be computed.</param>
/// <param name="SourceSays">The last day as a source states it, where one does.</param>
public sealed record TermView(DateOnly? From, DateOnly? Until, DateOnly? LastDay, decimal? YearsLeft, string? Rule, string Law, int RulesVersion, IReadOnlyList<string> Missing, DateOnly? SourceSays);

public sealed record StandingView(string State, string StateTitle, DateOnly? From, DateOnly? Until, bool Estimated, string Because, string BecauseTitle)
{
    internal static StandingView Of(Standing s, Language language) => new(s.State.Word(), s.State.Title().In(language), s.From, s.Until, s.Estimated, s.Because.Word(), s.Because.Title().In(language));
}

/// <summary>An event on the time line.</summary>
/// <param name="On">The day it counts from: of effect, else of record.</param>
/// <param name="Estimated">No source gives the day of effect.</param>
/// <param name="Decided">A person said what it does.</param>
public sealed record EventView(long N, string Effect, string EffectTitle, string Scheme, string Code, string Text, DateOnly On, bool Estimated, DateOnly? RecordedOn, DateOnly? EffectiveOn, IReadOnlyDictionary<string, string> Facts, string Source, bool Decided);

/// <param name="Share">As a fraction; null where no source says.</param>
public sealed record HolderView(string Name, string? Code, decimal? Share, DateOnly? From, DateOnly? Until, string Because);

/// <param name="Until">First day no longer; null while it stands.</param>
/// <param name="Origin"><c>event</c>, <c>hand</c>, or <c>registration</c> where a pledge registration kept here put it.</param>
public sealed record EncumbranceView(Guid Id, string Kind, string KindTitle, string RegistrationNo, string Holder, string Grantor, DateOnly? From, DateOnly? Until, bool Estimated, bool Stands, string Origin, string Note, string By);

public sealed record AnnualFeeView(int Year, DateOnly Due, DateOnly GraceEnd, string Amount, string Surcharge, DateOnly Lapse, string State)
{
    internal static AnnualFeeView Of(AnnualFee fee) => new(fee.Year, fee.Due, fee.GraceEnd, $"{fee.Amount}", $"{fee.Surcharge}", fee.Lapse, fee.State);
}

/// <summary>A field with who says so, and what others say.</summary>
public sealed record FieldView(string Field, string Value, string Source, DateOnly AsOf, IReadOnlyList<OtherView> Differing);

public sealed record OtherView(string Value, string Source, DateOnly AsOf);

public sealed record NumberView(string Use, string Office, string Number, string DocumentKind, string Raw);

/// <summary>A product that uses the right, with what it earned.</summary>
public sealed record UseView(Guid Product, string Name, Guid Firm, string FirmName, int Rights, IReadOnlyList<IncomeView> Income);

public sealed record IncomeView(int Year, string Revenue, string? Profit, string Source, DateOnly AsOf);

/// <param name="Royalty">Of sales, as a fraction.</param>
/// <param name="Related">Between related parties: no price of a market.</param>
public sealed record TradeView(Guid Id, string Kind, string Grantor, string Taker, DateOnly Signed, DateOnly? From, DateOnly? Until, string? Amount, decimal? Royalty, bool Related, string RegistrationNo, string Note, string By);

public sealed record QuestionView(Guid Id, Guid RightId, string RightNumber, string RightTitle, string Kind, string KindTitle, string Text, bool Open, string? Answer, string Note, string AskedAt, string? AnsweredBy);

/// <summary>One strand of the profile: how new it is and what is missing.</summary>
/// <param name="AsOf">The newest day a source of it stands at; null where there is none.</param>
/// <param name="Stale">Older than the policy allows.</param>
public sealed record StrandView(string Strand, string Title, DateOnly? AsOf, int? AgeDays, bool Stale, IReadOnlyList<string> Sources, IReadOnlyList<GapView> Gaps);

public sealed record GapView(string Gap, string Title);

/// <summary>Rights of one family in the register, and those it counts that are not.</summary>
/// <param name="Members">Numbers as the newest source lists them.</param>
/// <param name="Rights">Those that are in the register, this one left out.</param>
public sealed record FamilyView(string? Id, int? Size, IReadOnlyList<string> Members, IReadOnlyList<FamilyRight> Rights);

/// <summary>Another right of the family.</summary>
public sealed record FamilyRight(Guid Id, string Number, string Office, string Title, string KindTitle, string StateTitle, bool InForce);

/// <summary>What the owner may still do.</summary>
/// <param name="Act"><c>work</c>, <c>license</c>, <c>transfer</c>, <c>pledge</c>.</param>
/// <param name="Answer"><c>yes</c>, <c>consent</c>, <c>unknown</c>, <c>no</c>.</param>
public sealed record OwnersActView(string Act, string ActTitle, string Answer, string AnswerTitle, IReadOnlyList<OwnersReasonView> Because);

/// <param name="Who">Who holds what stands in the way, or has to agree.</param>
/// <param name="Law">The article; recalled, unverified.</param>
public sealed record OwnersReasonView(string Condition, string Title, string Answer, IReadOnlyList<string> Who, string Law);

/// <summary>资产画像: all strands of a right on one page, as it was on a day.</summary>
/// <param name="Trl">Technology readiness 1 to 9; null where nobody says.</param>
public sealed record RightProfile(
    RightRow Right, DateOnly Day, TermView Term, IReadOnlyList<StandingView> Standings, IReadOnlyList<EventView> Events, IReadOnlyList<HolderView> Holders, IReadOnlyList<EncumbranceView> Encumbrances, IReadOnlyList<AnnualFeeView> Fees, int? Trl, FamilyView Family, IReadOnlyList<NumberView> Numbers, IReadOnlyList<FieldView> Fields, IReadOnlyList<UseView> Products, IReadOnlyList<TradeView> Trades, IReadOnlyList<QuestionView> Questions, IReadOnlyList<OwnersActView> Acts, IReadOnlyList<StrandView> Strands);
