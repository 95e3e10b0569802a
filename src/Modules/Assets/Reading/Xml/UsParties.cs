namespace Zhirong.Modules.Assets.Reading.Xml;

/// <summary>Applicants, inventors, agents and assignees of USPTO documents.</summary>
internal static class UsParties
{
    private static readonly string[] AddressParts = ["address-1", "street", "city", "state", "postcode"];

    public static IEnumerable<PartyRead> Read(XmlNode biblio)
    {
        var parties = biblio.At("us-parties") ?? biblio.At("parties");
        foreach (var applicant in (parties?.All(["us-applicants"], "us-applicant") ?? []).Concat(parties?.All(["applicants"], "applicant") ?? []))
        {
            if (Party(applicant, PartyRole.Applicant) is { } party)
            {
                yield return party;

                // Until 2013 the inventors were the applicants.
                if (applicant.Attribute("app-type") == "applicant-inventor")
                {
                    yield return party with { Role = PartyRole.Inventor };
                }
            }
        }

        foreach (var (list, element, role) in ((string, string, PartyRole)[])[("inventors", "inventor", PartyRole.Inventor), ("agents", "agent", PartyRole.Agent)])
        {
            foreach (var node in parties?.All([list], element) ?? [])
            {
                if (Party(node, role) is { } party)
                {
                    yield return role == PartyRole.Agent && node.TextAt("addressbook", "orgname") is not null ? party with { Role = PartyRole.Agency } : party;
                }
            }
        }

        foreach (var assignee in biblio.All(["assignees"], "assignee"))
        {
            if (Party(assignee, PartyRole.Owner) is { } party)
            {
                yield return party;
            }
        }
    }

    private static PartyRead? Party(XmlNode node, PartyRole role)
    {
        node.Whole();
        var book = node.At("addressbook") ?? node;
        var person = string.Join(' ', new[] { book.TextAt("first-name"), book.TextAt("last-name") }.OfType<string>());
        if ((book.TextAt("orgname") ?? (person.Length > 0 ? person : book.TextAt("name"))) is not { Length: > 0 } name)
        {
            return null;
        }

        var country = book.TextAt("address", "country") ?? node.TextAt("residence", "country");
        var address = string.Join(", ", AddressParts.Select(part => book.TextAt("address", part)).OfType<string>());
        return new(role, name, country is { Length: 2 } ? country : null, address.Length > 0 ? address : null);
    }
}

/// <summary>IPC in both editions, CPC and Locarno of USPTO documents; the national classes are left.</summary>
internal static class UsClasses
{
    public static IEnumerable<ClassRead> Read(XmlNode biblio)
    {
        var main = true;
        foreach (var ipc in biblio.All(["classifications-ipcr"], "classification-ipcr"))
        {
            yield return new("ipc", Symbol(ipc), main);
            main = false;
        }

        foreach (var (element, scheme) in ((string, string)[])[("classification-ipc", "ipc"), ("classification-locarno", "locarno")])
        {
            if (biblio.At(element) is { } old)
            {
                old.At("edition");
                foreach (var symbol in old.All("main-classification").Select(c => (c.Text, true)).Concat(old.All("further-classification").Select(c => (c.Text, false))))
                {
                    yield return new(scheme, scheme == "ipc" ? Text.ClassCode.Symbol(symbol.Text) : symbol.Text.Trim(), symbol.Item2);
                }
            }
        }

        foreach (var (list, first) in ((string, bool)[])[("main-cpc", true), ("further-cpc", false)])
        {
            foreach (var cpc in biblio.At("classifications-cpc")?.All([list], "classification-cpc") ?? [])
            {
                yield return new("cpc", Symbol(cpc), first);
            }
        }
    }

    private static string Symbol(XmlNode node)
    {
        node.Whole();
        return Text.ClassCode.Symbol($"{node.TextAt("section")}{node.TextAt("class")}{node.TextAt("subclass")}{node.TextAt("main-group")}/{node.TextAt("subgroup")}");
    }
}
