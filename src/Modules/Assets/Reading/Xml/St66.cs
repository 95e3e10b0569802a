using Zhirong.Modules.Assets.Model;
using Zhirong.Modules.Assets.Reading.Text;

namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>Trademarks in WIPO ST.66, with the extensions of the USPTO.</summary>
internal static class St66
{
    public static bool Keep(string name) => name is not ("StaffDetails" or "MarkImageDetails");

    /// <summary><c>TransactionData</c>: one or more marks and the applicants beside them.</summary>
    public static IEnumerable<ReadItem> Read(XmlNode data, RecordCount count)
    {
        foreach (var node in data.All(["TradeMarkDetails"], "TradeMark"))
        {
            var place = count.Next();
            var record = One(node, data).Record(place, Kind(node.TextAt("KindMark")));
            if (record is null)
            {
                yield return new ReadItem.Refused(ImportRefusals.NoDocumentNumber("TradeMark", node.Line));
                continue;
            }

            yield return new ReadItem.Taken(record);
        }

        foreach (var group in data.Unused().GroupBy(n => n, StringComparer.Ordinal))
        {
            yield return new ReadItem.Unused(group.Key, group.Count());
        }
    }

    internal static RightKind Kind(string? words) =>
        words is not null && words.Contains("ertification", StringComparison.Ordinal) && words.Contains("eograph", StringComparison.Ordinal) ? RightKind.GiMark : RightKind.Trademark;

    private static Mark One(XmlNode node, XmlNode data)
    {
        var extension = node.At("TradeMarkExt");
        var mark = new Mark(node.TextAt("RegistrationOfficeCode") ?? "US")
        {
            Words = node.TextAt("WordMarkSpecification", "MarkVerbalElementText") ?? "",
            Status = extension?.TextAt("MarkCurrentStatusExternalDescriptionText"),
        };
        mark.Number(node.TextAt("ApplicationNumber"), NumberUse.Application);
        mark.Number(node.TextAt("RegistrationNumber"), NumberUse.Registration);
        mark.Day("filing", node.Day("ApplicationDate"));
        mark.Day("registration", node.Day("RegistrationDate"));
        mark.Day("publication", node.Day("PublicationDetails", "Publication", "PublicationDate"));
        mark.Day("status", node.Day("MarkCurrentStatusDate"));
        mark.Day("expiry", node.Day("ExpiryDate"));
        mark.Other("status_code", node.TextAt("MarkCurrentStatusCode"));
        foreach (var details in extension?.All("AdditionalMarkDetails") ?? [])
        {
            mark.Other("renewed_on", details.Day("RenewalDate")?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        Goods(mark, node);
        foreach (var applicant in data.All(["ApplicantDetails"], "Applicant"))
        {
            var book = applicant.At("ApplicantAddressBook", "FormattedNameAddress");
            var name = book?.At("Name", "FreeFormatName", "FreeFormatNameDetails")?.All("FreeFormatNameLine").Select(l => Folding.Line(l.Text)).FirstOrDefault(t => t.Length > 0);
            var address = book?.At("Address", "FormattedAddress");
            mark.Party(applicant.TextAt("ApplicantExt", "PartyTypeCode"), name, address?.TextAt("FormattedAddressCountryCode"),
                Joined([address?.TextAt("AddressRoom"), address?.TextAt("AddressBuilding"), address?.TextAt("AddressStreet"), address?.TextAt("AddressCity"), address?.TextAt("AddressState"), address?.TextAt("AddressPostcode")]));
        }

        foreach (var entry in node.All(["MarkEventDetails"], "MarkEvent"))
        {
            entry.At("Comment");
            var text = entry.TextAt("MarkEventExt", "MarkEventInternalDescriptionText") ?? entry.TextAt("MarkEventExt", "MarkEventDescriptionText") ?? "";
            mark.Event(entry.TextAt("MarkEventCode") ?? "", entry.Day("MarkEventDate"), text, entry.TextAt("MarkEventExt", "MarkEventEntryNumber"));
        }

        return mark;
    }

    private static void Goods(Mark mark, XmlNode node)
    {
        foreach (var goods in node.All(["GoodsServicesDetails"], "GoodsServices"))
        {
            foreach (var one in goods.All(["ClassDescriptionDetails"], "ClassDescription"))
            {
                mark.Goods(one.TextAt("ClassNumber"), one.TextAt("GoodsServicesDescription"));
                mark.FirstUse(one.TextAt("ClassDescriptionExt", "FilingBasisDetails", "FirstUseDateNumber"));
            }
        }
    }

    internal static string? Joined(IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
