using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>Trademarks in WIPO ST.96, with the extensions of the USPTO.</summary>
internal static class St96
{
    public static bool Keep(string name) => name is not ("StaffBag" or "MarkImageBag" or "MarkSoundBag");

    /// <summary>One <c>Trademark</c>.</summary>
    public static IEnumerable<ReadItem> Read(XmlNode node, RecordCount count)
    {
        var place = count.Next();
        var record = One(node).Record(place, St66.Kind(node.TextAt("MarkCategory")));
        if (record is null)
        {
            yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber("Trademark", node.Line));
            yield break;
        }

        yield return new ReadItem.Taken(record);
        foreach (var group in node.Unused().GroupBy(n => n, StringComparer.Ordinal))
        {
            yield return new ReadItem.Unused(group.Key, group.Count());
        }
    }

    private static Mark One(XmlNode node)
    {
        var national = node.At("NationalTrademarkInformation");
        var mark = new Mark(node.TextAt("RegistrationOfficeCode") ?? "US")
        {
            Words = node.TextAt("MarkRepresentation", "MarkReproduction", "WordMarkSpecification", "MarkVerbalElementText") ?? "",
            Status = national?.TextAt("MarkCurrentStatusExternalDescriptionText"),
        };
        mark.Number(node.TextAt("ApplicationNumber", "ApplicationNumberText"), NumberUse.Application);
        mark.Number(node.TextAt("RegistrationNumber"), NumberUse.Registration);
        mark.Day("filing", node.Day("ApplicationDate"));
        mark.Day("registration", node.Day("RegistrationDate"));
        mark.Day("publication", node.Day("PublicationBag", "Publication", "PublicationDate"));
        mark.Day("status", node.Day("MarkCurrentStatusDate"));
        mark.Day("expiry", node.Day("ExpiryDate"));
        mark.Other("status_code", node.TextAt("MarkCurrentStatusCode"));
        mark.Other("renewed_on", national?.Day("RenewalDate")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Goods(mark, node);
        foreach (var applicant in node.All(["ApplicantBag"], "Applicant"))
        {
            var address = applicant.At("Contact", "PostalAddressBag", "PostalAddress", "PostalStructuredAddress");
            mark.Party(applicant.Attribute("sequenceNumber"), Name(applicant), address?.TextAt("CountryCode"),
                St66.Joined([.. address?.All("AddressLineText").Select(l => Folding.Line(l.Text)).Select(t => t.Length > 0 ? t : null) ?? [], address?.TextAt("CityName"), address?.TextAt("GeographicRegionName"), address?.TextAt("PostalCode")]));
        }

        foreach (var entry in node.All(["MarkEventBag"], "MarkEvent"))
        {
            var told = entry.At("NationalMarkEvent");
            entry.At("MarkEventCategory");
            mark.Event(told?.TextAt("MarkEventCode") ?? "", entry.Day("MarkEventDate"), told?.TextAt("MarkEventDescriptionText") ?? "", told?.TextAt("MarkEventEntryNumber"));
        }

        foreach (var assignment in node.All(["AssignmentBag"], "Assignment"))
        {
            mark.Event(Assignment(assignment));
        }

        return mark;
    }

    private static void Goods(Mark mark, XmlNode node)
    {
        foreach (var goods in node.All(["GoodsServicesBag"], "GoodsServices"))
        {
            var classes = goods.All(["GoodsServicesClassificationBag"], "GoodsServicesClassification").ToList();
            foreach (var one in classes.Where(c => c.TextAt("ClassificationKindCode") is "Primary" or "Nice"))
            {
                mark.Goods(one.TextAt("ClassNumber"), null);
            }

            foreach (var one in goods.All(["ClassDescriptionBag"], "ClassDescription"))
            {
                mark.Goods(one.TextAt("ClassNumber"), one.TextAt("GoodsServicesDescriptionText"));
            }

            mark.FirstUse(goods.TextAt("NationalFilingBasis", "FirstUsedDate"));
        }
    }

    private static string? Name(XmlNode party) =>
        party.TextAt("Contact", "Name", "EntityName") ?? party.TextAt("Contact", "Name", "OrganizationName", "OrganizationStandardName") ?? party.TextAt("Contact", "Name", "PersonName", "PersonFullName");

    /// <summary>A recorded assignment of the mark; only ST.96 carries them.</summary>
    private static EventRead Assignment(XmlNode node)
    {
        var text = node.TextAt("AssignmentConveyanceCategory") ?? "";
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["event"] = UsAssignment.Conveyance(text) };
        foreach (var (fact, value) in ((string, string?)[])
        [
            ("registration_number", node.TextAt("AssignmentIdentifier")),
            ("assignor", St66.Joined(node.All(["AssignorBag"], "Assignor").Select(Name))),
            ("assignee", St66.Joined(node.All(["AssigneeBag"], "Assignee").Select(Name))),
        ])
        {
            if (value is { Length: > 0 })
            {
                facts[fact] = value;
            }
        }

        return new("uspto_assignment", "", node.Day("AssignmentRecordedDate"), node.Day("AssignmentExecutedDate"), text, facts);
    }
}
