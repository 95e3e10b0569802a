using System.Text;
using Zhirong.Cases.Plays;
using Zhirong.Cases.Reading;
using Zhirong.Engine.Basics;
using Zhirong.Engine.Basics.Documents;

namespace Zhirong.Cases.Desk;

/// <summary>
/// A part written as steps: each asks the running product as one of its people, and <c>publish</c> names figures of the answers.
/// A part that comes <c>after</c> another goes on from its answers.
/// </summary>
/// <param name="before">The scope of the part it comes after; null to begin.</param>
internal sealed class StepsPlay(string name, Func<ICaseDesk> desk, Scope? before = null) : IPlay
{
    private const int MostRounds = 1_200;

    private static readonly string[] Methods = ["get", "post", "put", "delete"];

    public string Name => name;

    /// <summary>What was asked and answered, once played; null where the part could not be played to its end.</summary>
    public Scope? Answered { get; private set; }

    /// <summary>The part this one goes on from.</summary>
    public static string? After(DocNode part) => part is DocMap map && map["after"] is DocScalar { Text.Length: > 0 } named ? named.Text : null;

    /// <summary>Whether a part is written as steps.</summary>
    public static bool Fits(DocNode part) => part is DocMap map && map["steps"] is not null;

    public void Play(Stage stage, FieldReader parameters, List<Refusal> refusals)
    {
        parameters.Text("after");
        var scope = before ?? new Scope(stage.Tree);
        var stopped = false;
        foreach (var (id, item) in Rows.Of(parameters.Required("steps"), parameters.Join("steps"), refusals))
        {
            var step = Step.Read(item, Methods, refusals);
            if (refusals.Count > 0 || stopped)
            {
                continue;
            }

            if (Take(scope, id, step, item, refusals) is { } reason)
            {
                stage.Outputs.Refuse(name, reason);
                stopped = true;
            }
        }

        if (refusals.Count == 0 && !stopped)
        {
            Publishing.Read(stage, scope, name, parameters, refusals);
            Answered = scope;
        }
        else
        {
            parameters.Node("publish");
        }
    }

    /// <summary>
    /// One step: a value named with <c>let</c>, or a request, once or once for each row of a list. Returns why the part cannot go on:
    /// a refusal the step does not allow for.
    /// </summary>
    private Refusal? Take(Scope scope, string id, Step step, FieldReader item, List<Refusal> refusals)
    {
        try
        {
            if (step.Let is { } named)
            {
                scope.Locals[id] = scope.Json(named);
                return null;
            }

            var answers = scope.Answers[id] = [];
            foreach (var row in step.Each is { } each ? scope.List(each).ToList() : [null])
            {
                if (step.Each is not null)
                {
                    scope.Locals[step.As] = row;
                }

                answers.Add(Ask(scope, step));
            }

            scope.Locals.Remove(step.As);
            return step.MayRefuse || answers.TrueForAll(a => a.Done) ? null : Scope.Reason(item.Path, answers.First(a => !a.Done));
        }
        catch (UnknownPathException unknown)
        {
            if (scope.Refused(unknown) is { } refused)
            {
                return refused;
            }

            var missing = CaseRefusals.Unknown(item.Path, unknown.Path, unknown.Known, new DocScalar("", false, item.Line, item.Column));
            if (scope.Named(unknown.Path))
            {
                // An answer has not what the step hopes for: the part ends; a name nobody gave is a slip of the file.
                return missing;
            }

            refusals.Add(missing);
            return null;
        }
    }

    private DeskAnswer Ask(Scope scope, Step step)
    {
        var request = new DeskRequest(
            step.Role, step.Method, scope.Text(step.Path), Body(scope, step), step.Csv is null ? "application/json" : step.Type ?? "text/csv; charset=utf-8",
            step.On is { } on ? DateOnly.ParseExact(scope.Text(on), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null);
        var answer = desk().Ask(request);
        var settled = false;
        for (var round = 0; step.Until is { } until && round < MostRounds && !settled && !Holds(scope, until, answer); round++)
        {
            Thread.Sleep(50);
            settled = desk().Settled();
            answer = desk().Ask(request);
        }

        return answer;
    }

    private static bool Holds(Scope scope, DocMap until, DeskAnswer answer) => until.Entries.All(e =>
        scope.Text(e.Value) is var wanted && Scope.Walk(answer.Body, e.Key.Split('.'), 0) is { } found && wanted.Split('|').Contains(Scope.Plain(found)));

    private static byte[]? Body(Scope scope, Step step) =>
        step.Csv is { } csv ? Encoding.UTF8.GetBytes(Csv.Text(scope, csv))
        : step.Body is { } body ? Encoding.UTF8.GetBytes(scope.Json(body)?.ToJsonString() ?? "null")
        : step.Method is "POST" or "PUT" ? "{}"u8.ToArray()
        : null;
}

/// <summary>A step as written.</summary>
internal sealed record Step
{
    public DocNode? Let { get; init; }

    /// <summary>Whether a refusal is an answer the part goes on with.</summary>
    public bool MayRefuse { get; init; }

    public required string Role { get; init; }

    public required string Method { get; init; }

    public required DocNode Path { get; init; }

    public DocNode? On { get; init; }

    public DocNode? Body { get; init; }

    public DocMap? Csv { get; init; }

    public string? Type { get; init; }

    public DocNode? Each { get; init; }

    public string As { get; init; } = "";

    public DocMap? Until { get; init; }

    public static Step Read(FieldReader item, IReadOnlyList<string> methods, List<Refusal> refusals)
    {
        if (item.Node("let") is { } named)
        {
            item.Finish();
            return new() { Let = named, Role = "", Method = "GET", Path = named };
        }

        var asked = methods.Where(item.Has).ToList();
        if (asked.Count != 1)
        {
            refusals.Add(CaseRefusals.Value(item.Path, string.Join(", ", asked), Words.Same(string.Join(" | ", methods)), item.Line, item.Column));
        }

        var step = new Step
        {
            Role = item.Text("as", required: true) ?? "",
            Method = asked.Count == 1 ? asked[0].ToUpperInvariant() : "GET",
            Path = asked.Count == 1 ? item.Node(asked[0])! : new DocScalar("", false, item.Line, item.Column),
            On = item.Node("on"),
            Body = item.Node("body"),
            Csv = item.Node("csv") as DocMap,
            Type = item.Text("type"),
            Each = item.Node("each"),
            As = item.Text("with", required: item.Has("each")) ?? "",
            Until = item.Node("until") as DocMap,
            MayRefuse = item.OneOf("refused", ["may"]) is not null,
        };
        item.Text("note");
        item.Finish();
        return step;
    }
}
