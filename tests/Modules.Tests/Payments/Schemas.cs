using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;

namespace Zhirong.Modules.Tests.Payments;

/// <summary>Messages against the schemas shipped in <c>data/iso20022</c>.</summary>
internal static class Schemas
{
    private static readonly ConcurrentDictionary<string, XmlSchemaSet> Sets = new();

    /// <summary>Everything the schema has against a message; a message of another namespace is a fault too.</summary>
    public static IReadOnlyList<string> Faults(string message, ReadOnlyMemory<byte> xml)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Sets.GetOrAdd(message, Load), ValidationFlags = XmlSchemaValidationFlags.ReportValidationWarnings };
        settings.ValidationEventHandler += (_, problem) => faults.Add($"{problem.Exception.LineNumber}: {problem.Message.Replace("urn:iso:std:iso:20022:tech:xsd:", "")}");
        using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static XmlSchemaSet Load(string message)
    {
        var set = new XmlSchemaSet { XmlResolver = null };
        using var reader = XmlReader.Create(Repo.At("data", "iso20022", message + ".xsd"));
        set.Add($"urn:iso:std:iso:20022:tech:xsd:{message}", reader);
        set.Compile();
        return set;
    }
}
