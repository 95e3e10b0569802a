using Zhirong.Engine.Basics;

namespace Zhirong.Engine.Rules;

/// <summary>What policies have beyond deals: texts, lists, functions, and the tests of cells.</summary>
internal sealed partial class RuleParser
{
    private RuleType? member;

    /// <summary>A cell: alternatives of tests, joined by commas; <c>-</c> alone is met by anything.</summary>
    public RuleNode Cell()
    {
        if (Current is { Kind: TokenKind.Symbol, Text: "-" } && tokens[at + 1].Kind == TokenKind.End)
        {
            return Keep(new RuleNode.Constant(RuleValue.Of(true), Current.Column));
        }

        var node = Alternatives();
        return Current.Kind == TokenKind.End ? node : throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, new("单元格到此结束，或逗号", "the end of the cell, or a comma")));
    }

    private RuleNode Alternatives()
    {
        if (++depth > MaxDepth)
        {
            throw Refuse(RuleRefusals.TooDeep(Current.Column, MaxDepth));
        }

        var left = CellOr();
        while (Current is { Kind: TokenKind.Symbol, Text: "," } token)
        {
            at++;
            left = Logical(RuleOperator.Or, left, CellOr(), token);
        }

        depth--;
        return left;
    }

    private RuleNode CellOr()
    {
        // A flag's cell may be a whole condition that the flag has to equal; its and and or bind inside it.
        if (cell == RuleType.Flag && (Current.Kind != TokenKind.Symbol || (Comparator(Current.Text) is null && !(Current.Text == "not" && tokens[at + 1].Text == "("))))
        {
            var token = Current;
            return Stated(Or(), token);
        }

        var left = CellAnd();
        while (Current is { Kind: TokenKind.Symbol, Text: "or" } token)
        {
            at++;
            left = Logical(RuleOperator.Or, left, CellAnd(), token);
        }

        return left;
    }

    private RuleNode CellAnd()
    {
        var left = CellTest();
        while (Current is { Kind: TokenKind.Symbol, Text: "and" } token)
        {
            at++;
            left = Logical(RuleOperator.And, left, CellTest(), token);
        }

        return left;
    }

    private RuleNode CellTest()
    {
        var token = Current;
        if (token.Kind == TokenKind.Symbol)
        {
            if (Comparator(token.Text) is { } op)
            {
                at++;
                return Compared(op, Dollar(token.Column), Sum(), token);
            }

            if (token.Text == "not" && tokens[at + 1] is { Kind: TokenKind.Symbol, Text: "(" })
            {
                at += 2;
                var inner = Alternatives();
                Close();
                return Keep(new RuleNode.Not(inner, token.Column));
            }

            if (token.Text is "[" or "]" or "(" && IsInterval())
            {
                return Interval();
            }

            if (token.Text == "(" && tokens[at + 1] is { Kind: TokenKind.Symbol } next && Comparator(next.Text) is not null)
            {
                at++;
                var inner = Alternatives();
                Close();
                return inner;
            }
        }

        return Stated(Not(), token);
    }

    /// <summary>A condition of its own is the test; any other value is what <c>$</c> has to equal, or be among.</summary>
    private RuleNode Stated(RuleNode node, Token token)
    {
        if (node.Type == RuleType.Flag && (cell != RuleType.Flag || node.Occurrences.Any(n => n.Slot == RuleNode.CellSlot)))
        {
            return node;
        }

        return node.Type != cell && node.Type is RuleType.Texts or RuleType.Numbers
            ? Among(Dollar(token.Column), node, token.Column)
            : Compared(RuleOperator.Equal, Dollar(token.Column), node, token with { Text = "==" });
    }

    /// <summary>Whether the bracket opens <c>low..high</c>: two dots before it closes.</summary>
    private bool IsInterval()
    {
        for (var (i, open) = (at + 1, 0); i < tokens.Count && tokens[i].Kind != TokenKind.End; i++)
        {
            switch (tokens[i].Kind == TokenKind.Symbol ? tokens[i].Text : "")
            {
                case "..":
                    return open == 0;
                case "(" or "[":
                    open++;
                    break;
                case ")" or "]" when --open < 0:
                    return false;
            }
        }

        return false;
    }

    private RuleNode.Binary Interval()
    {
        var open = tokens[at++];
        var low = Sum();
        if (!Take(".."))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, Words.Same("..")));
        }

        var high = Sum();
        var close = Current;
        if (close.Kind != TokenKind.Symbol || close.Text is not (")" or "]" or "["))
        {
            throw Refuse(RuleRefusals.Unexpected(close.Column, close.Kind == TokenKind.End ? "（结束 end）" : close.Text, Words.Same(") | ] | [")));
        }

        at++;
        var above = Compared(open.Text == "[" ? RuleOperator.GreaterOrEqual : RuleOperator.Greater, Dollar(open.Column), low, open);
        var below = Compared(close.Text == "]" ? RuleOperator.LessOrEqual : RuleOperator.Less, Dollar(close.Column), high, close);
        return Logical(RuleOperator.And, above, below, open);
    }

    private RuleNode.Name Dollar(int column) => Keep(new RuleNode.Name("$", RuleNode.CellSlot, cell!.Value, column));

    private RuleNode.Name Placeholder(Token token) => token.Text == "$" && cell is not null ? Dollar(token.Column)
        : token.Text == "#" && member is { } type ? Keep(new RuleNode.Name("#", RuleNode.ItemSlot, type, token.Column))
        : throw Refuse(RuleRefusals.Unexpected(token.Column, token.Text, Operand));

    private RuleNode? Membership(RuleNode left)
    {
        if (dialect != RuleDialect.Policy || Current.Kind != TokenKind.Symbol)
        {
            return null;
        }

        var (column, negated) = (Current.Column, Current.Text == "not" && tokens[at + 1] is { Kind: TokenKind.Symbol, Text: "in" });
        at += negated ? 1 : 0;
        if (!Take("in"))
        {
            return null;
        }

        var among = Among(left, Sum(), column);
        return negated ? Keep(new RuleNode.Not(among, column)) : among;
    }

    private RuleNode.Call Among(RuleNode left, RuleNode list, int column) =>
        (left.Type, list.Type) is (RuleType.Text, RuleType.Texts) or (RuleType.Number, RuleType.Numbers)
            ? Keep(new RuleNode.Call(RuleFunction.In, [left, list], RuleType.Flag, column))
            : throw Refuse(RuleRefusals.Types(column, $"{left.Type} in {list.Type}", new("同类型的列表", "a list of the same type")));

    private RuleNode.Items List(Token open)
    {
        var members = new List<RuleNode>();
        do
        {
            members.Add(Or());
        }
        while (Take(","));
        if (!Take("]"))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Kind == TokenKind.End ? "（结束 end）" : Current.Text, Words.Same("]")));
        }

        return members[0].Type is RuleType.Number or RuleType.Text && members.TrueForAll(m => m.Type == members[0].Type)
            ? Keep(new RuleNode.Items(members, members[0].Type == RuleType.Text ? RuleType.Texts : RuleType.Numbers, open.Column))
            : throw Refuse(RuleRefusals.Types(open.Column, string.Join(", ", members.Select(m => m.Type)), new("全是数字或全是文字", "numbers only, or texts only")));
    }

    private RuleNode PolicyName(Token token)
    {
        if (Current is { Kind: TokenKind.Symbol, Text: "(" })
        {
            at++;
            return token.Text == "if" ? Choice(token) : Function(token);
        }

        if (vocabulary is IRuleConstants constants && constants.TryConstant(token.Text, out var value))
        {
            return Keep(new RuleNode.Constant(value, token.Column));
        }

        return vocabulary.TryFind(token.Text, out var slot, out var type) ? Keep(new RuleNode.Name(token.Text, slot, type, token.Column))
            : words?.Contains(token.Text) == true ? Keep(new RuleNode.Constant(RuleValue.Of(token.Text), token.Column))
            : throw Refuse(RuleRefusals.UnknownName(token.Column, token.Text, [.. vocabulary.Names, .. words ?? []]));
    }

    private RuleNode.Choice Choice(Token token)
    {
        var condition = Or();
        Need(condition, RuleType.Flag);
        Comma();
        var yes = Or();
        Comma();
        var no = Or();
        Close();
        return yes.Type == no.Type ? Keep(new RuleNode.Choice(condition, yes, no, token.Column))
            : throw Refuse(RuleRefusals.Types(token.Column, $"if(…, {yes.Type}, {no.Type})", new("两边类型相同", "the same type on both sides")));
    }

    private RuleNode Function(Token token)
    {
        if (!RuleFunctions.Names.TryGetValue(token.Text, out var function))
        {
            throw Refuse(RuleRefusals.Function(token.Column, token.Text, [.. RuleFunctions.Names.Keys, "if", "min", "max"]));
        }

        if (function is RuleFunction.Some or RuleFunction.All or RuleFunction.None)
        {
            return Quantified(token, function);
        }

        var arguments = new List<RuleNode> { Or() };
        while (Take(","))
        {
            arguments.Add(Or());
        }

        Close();
        if (RuleFunctions.Gives(function, arguments) is not { } type)
        {
            throw Refuse(RuleRefusals.Types(token.Column, $"{token.Text}({string.Join(", ", arguments.Select(a => a.Type))})", new("这个函数的参数类型", "the arguments this function takes")));
        }

        var pattern = function != RuleFunction.Matches ? null
            : RuleEvaluation.Constant(arguments[1]) is { } text && RuleFunctions.Pattern(text.Text) is { } made ? made
            : throw Refuse(RuleRefusals.Pattern(arguments[1].Column, arguments[1] is RuleNode.Constant c ? c.Value.Text : arguments[1].Type.ToString()));
        return Keep(new RuleNode.Call(function, arguments, type, token.Column) { Pattern = pattern });
    }

    private RuleNode.Quantified Quantified(Token token, RuleFunction function)
    {
        if (member is not null)
        {
            throw Refuse(RuleRefusals.Unexpected(token.Column, token.Text, new("不嵌套的 some、all、none", "some, all and none without one inside another")));
        }

        var list = Or();
        member = list.Type switch { RuleType.Numbers => RuleType.Number, RuleType.Texts => RuleType.Text, _ => null };
        if (member is null)
        {
            throw Refuse(RuleRefusals.Types(token.Column, $"{token.Text}({list.Type}, …)", new("列表", "a list")));
        }

        Comma();
        var condition = Or();
        Need(condition, RuleType.Flag);
        Close();
        member = null;
        return Keep(new RuleNode.Quantified(function, list, condition, token.Column));
    }

    /// <summary><c>text[from:to]</c>, both ends inclusive and from zero; either may be left out.</summary>
    private RuleNode Sliced(RuleNode node)
    {
        if (dialect != RuleDialect.Policy || node.Type != RuleType.Text || !Take("["))
        {
            return node;
        }

        var column = Current.Column;
        RuleNode from = Current is { Kind: TokenKind.Symbol, Text: ":" } ? Keep(new RuleNode.Constant(RuleValue.Of(0m), column)) : Sum();
        if (!Take(":"))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, Words.Same(":")));
        }

        RuleNode to = Current is { Kind: TokenKind.Symbol, Text: "]" } ? Keep(new RuleNode.Constant(RuleValue.Of(1_000_000m), column)) : Sum();
        if (!Take("]"))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Text, Words.Same("]")));
        }

        Need(from, RuleType.Number);
        Need(to, RuleType.Number);
        return Keep(new RuleNode.Call(RuleFunction.Slice, [node, from, to], RuleType.Text, node.Column));
    }

    /// <summary>Text with expressions in <c>${…}</c>.</summary>
    private RuleNode.Call Template(Token token)
    {
        var (parts, rest) = (new List<RuleNode>(), token.Text);
        while (rest.IndexOf("${", StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            if (close < 0)
            {
                throw Refuse(RuleRefusals.Text(token.Column, token.Text));
            }

            parts.Add(new RuleNode.Constant(RuleValue.Of(rest[..open]), token.Column));
            parts.Add(Inner(rest[(open + 2)..close], token.Column));
            rest = rest[(close + 1)..];
        }

        parts.Add(new RuleNode.Constant(RuleValue.Of(rest), token.Column));
        return Keep(new RuleNode.Call(RuleFunction.Joined, parts, RuleType.Text, token.Column));
    }

    private RuleNode Inner(string text, int column)
    {
        var tokensOf = RuleLexer.Read(text, dialect);
        if (!tokensOf.Ok)
        {
            throw Refuse(tokensOf.Refusals[0] with { Column = column });
        }

        var inner = new RuleParser(tokensOf.Value, vocabulary, dialect, cell, words) { depth = depth + 1, nodes = nodes };
        try
        {
            var node = inner.depth > MaxDepth ? throw Refuse(RuleRefusals.TooDeep(column, MaxDepth)) : inner.Whole();
            nodes = inner.nodes;
            return node;
        }
        catch (RefusedException refused)
        {
            throw Refuse(refused.Refusal with { Column = column });
        }
    }

    private void Comma()
    {
        if (!Take(","))
        {
            throw Refuse(RuleRefusals.Unexpected(Current.Column, Current.Kind == TokenKind.End ? "（结束 end）" : Current.Text, Words.Same(",")));
        }
    }
}
