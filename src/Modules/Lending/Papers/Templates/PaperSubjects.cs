using Zhirong.Engine.Basics;

namespace Zhirong.Modules.Lending.Papers.Templates;

/// <summary>What a document can be of, and the fields of its record.</summary>
/// <param name="Kind">A word of its own: <c>loan_application</c>.</param>
/// <param name="Root">The kind of root it is of.</param>
/// <param name="Lists">Lists by name, each with the fields of its items.</param>
internal sealed record PaperSubject(string Kind, string Root, Words Title, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, IReadOnlyList<string>> Lists);

/// <summary>The records documents are made of.</summary>
internal static class PaperSubjects
{
    public const string Application = "loan_application";
    public const string Facility = "facility";
    public const string Pledge = "pledge";
    public const string Loan = "loan";
    public const string LoanFile = "loan_file";

    private static readonly IReadOnlyList<PaperSubject> All =
    [
        new(
            Application,
            Application,
            new("贷款申请", "loan application"),
            Split("number day borrower borrower_code purpose amount months lender product product_number policy policy_version policy_hash snapshot_hash assessment assessment_hash assessed_by assessed_on outcome limit binding value_total policy_rate asked_rate exception_rate exception_support exception_reason exception_approver rate lpr lpr_published spread_bp method cost_gross cost_after_aid interest_total fee_total aid_total diligence_id diligence_day diligence_answer resolution granted expires_on note decided_by decided_on"),
            Named(
                ("facts", "title value source date"), ("ratings", "title value source date"), ("views", "title has points max weight lost"), ("figures", "title value unit"), ("missing", "title why source"), ("reasons", "code sentence"),
                ("screen", "title state text"), ("conditions", "title state text margin"), ("risks", "title state text"), ("ceilings", "why amount binds"), ("carried", "right_number value carried outcome why"), ("rights", "n right_number kind title expires usable why value report"), ("reports", "report name base_date rights value"),
                ("fees", "title amount borrower_pays payer source"), ("aid", "code title state amount why"), ("assumptions", "title value unit source"), ("granted_conditions", "n text"), ("refusal_reasons", "n text"), ("steps", "title at by note"), ("approvers", "person decision on note"))),
        new(
            Facility,
            Facility,
            new("授信额度", "line of credit"),
            Split("number kind lender lender_code borrower borrower_code amount from until resolution_no resolution_until uses most_ltv state application product lpr_tenor spread_bp method months granted granted_on expires_on overdue_uplift misuse_uplift grace_days servicing servicing_verified"),
            Named(("use_items", "n text"), ("conditions", "n title met document sha256 met_on met_by"), ("pledges", "contract_no secured state"), ("members", "n member_no name kind cap"))),
        new(
            Pledge,
            Pledge,
            new("质押", "pledge"),
            Split("contract_no main_contract_no pledgor pledgee pledgee_code pledgee_address debtor debtor_code debtor_address claim_kind maximum secured debt_from debt_to scope rights_count value_total"),
            Named(("pledgors", "name code address"), ("rights", "n right_number kind title filed granted registry allocated value value_source"), ("registrations", "registry state registration_no registered_on expires_on"))),
        new(
            Loan,
            Loan,
            new("贷款", "loan"),
            Split("number facility lender borrower purpose principal disbursed_on maturity rate method instalment_count officer state interest_total pledge_contracts"),
            Named(("schedule", "n due_on days interest principal due balance"), ("payouts", "n payee account contract_no purpose amount batch state paid_on"), ("conditions", "n title met document sha256 met_on met_by"))),
        new(
            LoanFile,
            Loan,
            new("尽职免责档案", "duty-of-care file"),
            Split("number facility lender borrower purpose principal disbursed_on maturity rate method instalment_count officer state interest_total pledge_contracts class past_due balance application product policy policy_version policy_hash snapshot_hash assessment_hash assessed_by assessed_on outcome limit binding value_total diligence_id diligence_day diligence_answer resolution granted expires_on decided_by decided_on exception_rate exception_support exception_reason exception_approver gap_count"),
            Named(
                ("payouts", "n payee account contract_no purpose amount batch state paid_on"), ("conditions", "n title met document sha256 met_on met_by"), ("steps", "title at by note"), ("missing", "title why source"), ("risks", "title state text margin"), ("reasons", "code sentence"),
                ("rights", "n right_number kind title expires usable why value report"), ("reports", "report name base_date rights value"), ("approvers", "person decision on note"), ("granted_conditions", "n text"), ("pledges", "contract_no secured state"),
                ("registrations", "contract_no registry state registration_no submitted_on registered_on"), ("happenings", "effective recorded kind amount undone_on note by"), ("breaches", "kind opened_on due_on assigned short outcome note closed_by"), ("contacts", "on channel person said promised_on by"), ("proceeds", "n payee purpose paid proved unproved due_on papers"), ("checks", "n kind state due_on done_on way place met findings result conclusion papers corrects by"), ("promises", "title baseline target due_on measured measured_on state reason proposal papers by"), ("gaps", "n stage what"))),
    ];

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(s => s.Kind)];

    /// <summary>Where a kind stands among them.</summary>
    public static int Place(string kind) => Kinds.Index().First(k => k.Item == kind).Index;

    public static PaperSubject Of(string kind) => All.First(s => s.Kind == kind);

    private static string[] Split(string names) => names.Split(' ');

    private static Dictionary<string, IReadOnlyList<string>> Named(params (string Name, string Fields)[] lists) => lists.ToDictionary(l => l.Name, l => (IReadOnlyList<string>)Split(l.Fields), StringComparer.Ordinal);
}

/// <summary>The templates that come with the product.</summary>
internal sealed record PaperShelf(IReadOnlyList<ShelvedTemplate> All);

/// <summary>The documents of loans that come with the product, as they are handed to the room.</summary>
public sealed class LoanDocuments
{
    private LoanDocuments(PaperShelf shelf) => Shelf = shelf;

    internal PaperShelf Shelf { get; }

    /// <summary>Reads <c>zhirong/loan-document/v1</c> files; refused by field where one of them is none, or uses another's id (LEN-0914).</summary>
    public static Result<LoanDocuments> Read(IEnumerable<byte[]> files)
    {
        var (templates, refusals) = (new List<ShelvedTemplate>(), new List<Refusal>());
        foreach (var file in files)
        {
            var read = PaperReader.Read(file);
            if (!read.Ok)
            {
                refusals.AddRange(read.Refusals);
            }
            else if (templates.Exists(t => t.Template.Id == read.Value.Template.Id))
            {
                refusals.Add(PaperRefusals.Twice(read.Value.Template.Id));
            }
            else
            {
                templates.Add(read.Value);
            }
        }

        return refusals.Count > 0 ? Result<LoanDocuments>.Refused(refusals) : new LoanDocuments(new(templates));
    }
}
