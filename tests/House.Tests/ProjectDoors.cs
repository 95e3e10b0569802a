using System.Xml.Linq;

namespace Zhirong.House.Tests;

/// <summary>A project under src and the projects it opens.</summary>
/// <param name="Name">Its folder: <c>Basics</c> for src/Engine/Basics.</param>
/// <param name="File">Its project file, from the root.</param>
/// <param name="Uses">Names of the projects it references, in the order written.</param>
internal sealed record Project(string Name, string File, IReadOnlyList<string> Uses);

/// <summary>Which project may open which other: the tables of ARCHITECTURE.md against the project files.</summary>
internal static class ProjectDoors
{
    /// <summary>
    /// Rows of every table whose first column is headed "engine" or "project" and which has a column "may use".
    /// "–" in that column opens nothing. Tables headed otherwise (what is planned) are not read.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Table(string markdown)
    {
        var rows = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var column = -1;
        foreach (var line in markdown.Split('\n').Select(line => line.Trim()))
        {
            if (!line.StartsWith('|'))
            {
                column = -1;
                continue;
            }

            var cells = line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToList();
            if (column < 0)
            {
                column = cells[0] is "engine" or "project" ? cells.IndexOf("may use") : -1;
                column = column < 0 ? int.MaxValue : column;
            }
            else if (column < cells.Count && cells[0].Trim('-', ':', ' ').Length > 0)
            {
                rows.Add(cells[0], [.. cells[column].Split(',', StringSplitOptions.TrimEntries).Where(use => use is not ("–" or "-" or ""))]);
            }
        }

        return rows;
    }

    public static Project Read(string file, string xml)
    {
        var uses = XDocument.Parse(xml).Descendants("ProjectReference")
            .Select(reference => Folder(reference.Attribute("Include")!.Value));
        return new(Folder(file), file, [.. uses]);
    }

    public static IEnumerable<Breach> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> table, IReadOnlyList<Project> projects)
    {
        foreach (var project in projects)
        {
            if (!table.TryGetValue(project.Name, out var doors))
            {
                yield return new(project.File, 0, $"project {project.Name} has no row in ARCHITECTURE.md");
                continue;
            }

            foreach (var use in project.Uses.Except(doors))
            {
                yield return new(project.File, 0, $"the door {project.Name} -> {use} is shut");
            }
        }

        foreach (var name in table.Keys.Except(projects.Select(project => project.Name)))
        {
            yield return new("ARCHITECTURE.md", 0, $"row {name} has no project; what is planned stands in a table of its own");
        }

        foreach (var (name, doors) in table)
        {
            foreach (var door in doors.Where(door => !table.ContainsKey(door)))
            {
                yield return new("ARCHITECTURE.md", 0, $"row {name} opens {door}, which is no row");
            }
        }
    }

    /// <summary>Ways around the doors: switched-on transitivity, a library by path, another project's source files.</summary>
    public static IEnumerable<Breach> WaysAround(string file, string xml)
    {
        var project = XDocument.Parse(xml);
        foreach (var name in project.Descendants("DisableTransitiveProjectReferences").Where(element => element.Value.Trim() != "true"))
        {
            yield return new(file, 0, $"{name.Name} is switched off");
        }

        foreach (var reference in project.Descendants("Reference"))
        {
            yield return new(file, 0, $"a library by path: {reference.Attribute("Include")?.Value}");
        }

        foreach (var compile in project.Descendants("Compile").Where(element => element.Attribute("Include")?.Value.Contains("..") == true))
        {
            yield return new(file, 0, $"another folder's source: {compile.Attribute("Include")!.Value}");
        }
    }

    private static string Folder(string file) => file.Replace('\\', '/').Split('/')[^2];
}
