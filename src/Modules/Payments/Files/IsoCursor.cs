using System.Diagnostics;
using System.Xml;
using Zhirong.Platform.Office.Files;

namespace Zhirong.Modules.Payments.Files;

/// <summary>
/// Walks an ISO 20022 message element by element with bounded memory, depth and time; entities and DTDs do not exist for it.
/// </summary>
internal sealed class IsoCursor : GuardedXml
{
    public const int Deepest = 64;
    public const int LongestText = 4096;
    public const int MostNodes = 20_000;
    public const int MostSeconds = 180;

    /// <summary>Longest message: a gigabyte of characters.</summary>
    public const long LongestFile = 1L << 30;

    private const string Names = "urn:iso:std:iso:20022:tech:xsd:";

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int steps;
    private int nodes;

    private IsoCursor(TextReader text)
        : base(text, DtdProcessing.Prohibit, Deepest)
    {
    }

    /// <summary><c>camt.053.001.08</c>.</summary>
    public string Message { get; private set; } = "";

    public string Place => $"line {Line}";

    /// <summary>Opens the message and stands on its <c>Document</c>; an envelope around it is stepped into.</summary>
    public static IsoCursor Open(PeekedStream stream, IReadOnlyCollection<string> known)
    {
        var cursor = new IsoCursor(new GuardedText(new StreamReader(stream, TextEncodings.OfXml(stream), detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024), LongestFile));
        try
        {
            cursor.FindDocument(known);
            return cursor;
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>The element stood on with everything below it.</summary>
    public IsoElement Element()
    {
        nodes = 0;
        var element = Read();
        Consumed();
        return element;
    }

    protected override bool Step()
    {
        if ((++steps & 0xFFF) == 0 && watch.Elapsed.TotalSeconds > MostSeconds)
        {
            throw new FileRefused(FileRefusals.TooSlow(MostSeconds));
        }

        return base.Step();
    }

    private IsoElement Read()
    {
        if (++nodes > MostNodes)
        {
            throw new FileRefused(FileRefusals.TooMany(Place, MostNodes));
        }

        var element = new IsoElement(Xml.LocalName, Place) { Currency = Xml.GetAttribute("Ccy") };
        element.Text = Inside(element.Name, LongestText, () => element.Add(Read()));
        return element;
    }

    private void FindDocument(IReadOnlyCollection<string> known)
    {
        var first = default(string);
        for (var looked = 0; looked < 2000 && Step(); looked++)
        {
            if (Xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            first ??= Xml.NamespaceURI.Length > 0 ? $"{Xml.LocalName} {Xml.NamespaceURI}" : Xml.LocalName;
            if (Xml.LocalName == "Document" && Xml.NamespaceURI.StartsWith(Names, StringComparison.Ordinal))
            {
                Message = Xml.NamespaceURI[Names.Length..];
                if (!known.Contains(Message))
                {
                    throw new FileRefused(FileRefusals.NotThisMessage(FileRefusals.Shown(Message), known));
                }

                return;
            }
        }

        throw new FileRefused(FileRefusals.NotThisMessage(FileRefusals.Shown(first ?? "—"), known));
    }
}
