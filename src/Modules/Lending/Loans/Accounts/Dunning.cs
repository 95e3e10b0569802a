using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhirong.Engine.Basics;
using Zhirong.Modules.Evidence;
using Zhirong.Modules.Lending.Loans.Model;
using Zhirong.Modules.Lending.Storage;
using Zhirong.Platform.Office.Documents;
using Zhirong.Platform.Storage;
using Zhirong.Platform.Storage.Rows;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Lending.Loans.Accounts;

/// <param name="Channel"><c>phone</c>, <c>letter</c>, <c>message</c>; a visit is a check.</param>
/// <param name="Person">With whom.</param>
/// <param name="Said">What came of it.</param>
/// <param name="PromisedOn">The day he promised to pay.</param>
/// <param name="Promised">In yuan.</param>
public sealed record KeepContactRequest(DateOnly On, string Channel, string Person, string Said, DateOnly? PromisedOn = null, string? Promised = null);

/// <summary>A call, message or letter to a borrower.</summary>
/// <param name="Broken">He promised a day that has passed and something is still past due.</param>
public sealed record ContactView(int N, DateOnly On, string Channel, string Person, string Said, DateOnly? PromisedOn, string? Promised, bool Broken, string At, string By);

/// <summary>催收: letters written from their template, and contacts as they are kept.</summary>
internal static class Dunning
{
    private static readonly string[] Channels = ["phone", "letter", "message"];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/loans/{id:guid}/contacts", List).WithName("listContacts").WithSummary("Contacts with a loan's borrower, the latest first").Produces<IReadOnlyList<ContactView>>().ProducesProblem(404).Reads("lending");
        api.MapPost("/loans/{id:guid}/contacts", Keep).WithName("keepContact").WithSummary("Keep a call, message or letter to a borrower and what came of it").Produces<ContactView>(201).ProducesProblem(404).ProducesProblem(422).Act("lending.contact.keep");
        api.MapGet("/loans/{id:guid}/letter.docx", Letter).WithName("writeDunningLetter").WithSummary("The letter due to a loan's borrower as a text document").Produces<byte[]>(200, "application/vnd.openxmlformats-officedocument.wordprocessingml.document").ProducesProblem(404).ProducesProblem(422).Reads("lending");
    }

    private static async Task<IResult> List(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is not { } loan)
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
        }

        var rows = await read.Set<LoanContact>().AsNoTracking().Where(c => c.LoanId == id).OrderByDescending(c => c.N).ToListAsync(context.RequestAborted);
        return Results.Json(rows.Select(c => View(c, loan, desk)).ToList(), WebJson.Options);
    }

    private static ContactView View(LoanContact c, Loan loan, LoanDesk desk) =>
        new(c.N, c.OnDay, c.Channel, c.Person, c.Said, c.PromisedOn, c.PromisedFen > 0 ? Money.FenText(c.PromisedFen) : null, c.PromisedOn < desk.Today && loan.PastDue > 0, Instant.Text(c.At), c.By);

    private static async Task<IResult> Keep(Guid id, BodyOf<KeepContactRequest> body, HttpContext context, LoanDesk desk)
    {
        if (!body.Value.Ok)
        {
            return Problems.Of(context, body.Value.Refusals);
        }

        var (form, request) = (new LendingForm(), body.Value.Value);
        var (channel, person, said, fen) = (form.Word("channel", request.Channel, Channels), form.Text("person", request.Person, 100), form.Text("said", request.Said, 1_000), form.Amount("promised", request.Promised) ?? 0);
        if (form.Day("on", request.On) > desk.Today)
        {
            form.Faults.Add(LendingRefusals.Day("on", $"{request.On:yyyy-MM-dd}", Words.Same($"≤ {desk.Today:yyyy-MM-dd}")));
        }

        if (request.PromisedOn is { } promised)
        {
            form.Day("promisedOn", promised, request.On);
        }

        if (form.Faults.Count > 0)
        {
            return Problems.Of(context, form.Faults);
        }

        var written = await desk.Store.Commits.Once<ContactView>(RequestViewer.Of(context), body.Key, desk.Clock, async work =>
        {
            if (await LoanWriting.Locked(work, id) is not { } loan)
            {
                return OpenLoan.Missing(work, id);
            }

            var n = (await work.Set<LoanContact>().Where(c => c.LoanId == id).MaxAsync(c => (int?)c.N) ?? 0) + 1;
            var contact = new LoanContact { LoanId = id, N = n, OnDay = request.On, Channel = channel, Person = person, Said = said, PromisedOn = request.PromisedOn, PromisedFen = fen, At = Instant.Now(desk.Clock), By = work.Viewer.Person };
            work.Add(contact);
            await work.SaveChangesAsync();
            EvidenceLeaves.Write(work.Session, [EvidenceLeaves.Prepare(work.Viewer, loan.OwnerId, new("BorrowerContacted", "loan", RowValues.Of(id), new JsonObject { ["channel"] = channel, ["n"] = n, ["on"] = RowValues.Of(request.On), ["person"] = person, ["promised"] = Money.FenText(fen), ["promisedOn"] = RowValues.Of(request.PromisedOn), ["said"] = said }), desk.Clock)]);
            return View(contact, loan, desk);
        });
        return Answers.Written(context, written, body.Key, StatusCodes.Status201Created);
    }

    private static async Task<IResult> Letter(Guid id, HttpContext context, LoanDesk desk)
    {
        await using var read = desk.Store.Read(RequestViewer.Of(context));
        if (await read.Set<Loan>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, context.RequestAborted) is not { } loan)
        {
            return Problems.Of(context, WebRefusals.NotFound("loans", $"{id}"), StatusCodes.Status404NotFound);
        }

        var line = await read.Set<Facility>().AsNoTracking().Where(f => f.Id == loan.FacilityId).Select(f => f.Number).SingleOrDefaultAsync(context.RequestAborted) ?? "";
        var (document, title) = Write(loan, line, desk, RequestLanguage.Of(context));
        return document is null
            ? Problems.Of(context, LoanRefusals.NoLetter(loan.State))
            : Results.File(document, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{title}-{loan.Number}.docx");
    }

    /// <summary>The letter that is due today, from the loan's last close; null where none is. The same figures and day give the same bytes.</summary>
    public static (byte[]? Document, string Title) Write(Loan loan, string line, LoanDesk desk, Language language)
    {
        if (loan.State != LoanStates.Active || (loan.PastDue == 0 && loan.NextDue is null))
        {
            return (null, "");
        }

        var days = loan.PastDue > 0 ? loan.PastDue : desk.Today.DayNumber - loan.NextDue!.Value.DayNumber;
        if (desk.Law.Covenants.Letter(days) is not { } step)
        {
            return (null, "");
        }

        var due = loan.PastDue > 0 ? desk.Today.AddDays(-loan.PastDue) : loan.NextDue!.Value;
        var amount = loan.PastDue > 0 ? loan.DueFen + loan.InterestFen + loan.PenaltyFen + loan.FeesFen : loan.NextFen;
        (string Place, string Text)[] places =
        [
            ("borrower", loan.Borrower), ("number", loan.Number), ("line", line), ("principal", Money.FenText(loan.DueFen)), ("interest", Money.FenText(loan.InterestFen)), ("penalty", Money.FenText(loan.PenaltyFen)), ("fees", Money.FenText(loan.FeesFen)),
            ("amount", Money.FenText(amount)), ("due", $"{due:yyyy-MM-dd}"), ("days", $"{days}"), ("today", $"{desk.Today:yyyy-MM-dd}"),
        ];
        var body = places.Aggregate(step.Body.In(language), (text, place) => text.Replace("{" + place.Place + "}", place.Text, StringComparison.Ordinal));
        var zh = language == Language.Zh;
        var title = step.Title.In(language);
        var document = new TextDocument
        {
            Title = title,
            Subject = $"{loan.Number} {loan.Borrower}",
            Language = zh ? "zh-CN" : "en-GB",
            Created = desk.Today,
            Head = $"{loan.Number} · {desk.Today:yyyy-MM-dd}",
            PageNumbers = zh ? new("第 ", " 页 共 ", " 页") : new("Page ", " of ", ""),
            Sections =
            [
                new(false, [new DocumentParagraph(ParagraphStyle.Title, title), .. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => new DocumentParagraph(ParagraphStyle.Body, p)), new DocumentParagraph(ParagraphStyle.Body, zh ? $"贷款人（盖章）：　　　　　　　　　　{desk.Today:yyyy-MM-dd}" : $"The lender (seal):　　　　　　　　　　{desk.Today:yyyy-MM-dd}")]),
            ],
        };
        return (DocumentWriter.Write(document), title);
    }
}
