using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Zhirong.Platform.Web;

namespace Zhirong.Modules.Tests.Desk;

/// <summary>The product's types that the interface speaks of: what endpoints take and give, and what is within.</summary>
internal static class InterfaceShapes
{
    public static IReadOnlyCollection<Type> Of(IEnumerable<Endpoint> endpoints)
    {
        var found = new HashSet<Type>();
        foreach (var endpoint in endpoints)
        {
            foreach (var given in endpoint.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().Select(p => p.Type).OfType<Type>())
            {
                Gather(given, found);
            }

            foreach (var taken in endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Select(p => p.ParameterType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(BodyOf<>)) ?? [])
            {
                Gather(taken.GetGenericArguments()[0], found);
            }
        }

        return found;
    }

    /// <summary>Names that several types bear.</summary>
    public static IReadOnlyList<string> Shared(IEnumerable<Type> shapes) =>
        [.. shapes.GroupBy(Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.FullName).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal)];

    private static string Name(Type type) => type.IsGenericType ? $"{type.Name} of {string.Join(", ", type.GetGenericArguments().Select(Name))}" : type.Name;

    private static void Gather(Type type, HashSet<Type> found)
    {
        foreach (var inner in type.IsArray ? [type.GetElementType()!] : type.IsGenericType ? type.GetGenericArguments() : [])
        {
            Gather(inner, found);
        }

        if (type.IsEnum || type.Namespace?.StartsWith("Zhirong", StringComparison.Ordinal) != true || !found.Add(type))
        {
            return;
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Gather(property.PropertyType, found);
        }
    }
}
