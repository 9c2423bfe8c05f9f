using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Procurement.Domain.Shared;

namespace Procurement.Infrastructure.Persistence;

/// <summary>Raises a root's version once per save in which the root or any of its children changed, on both engines alike.</summary>
internal sealed class RootVersions : SaveChangesInterceptor
{
    public static readonly RootVersions Instance = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Raise(eventData.Context!);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Raise(eventData.Context!);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Raise(DbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var tracked = db.ChangeTracker.Entries().ToList();
        var parents = new Parents(tracked);

        var roots = tracked.Where(IsChanged).SelectMany(parents.RootsOf).Distinct(EntryIdentity.Instance).ToList();
        foreach (var root in roots)
        {
            var version = root.Property(nameof(IAggregateRoot.Version));
            version.CurrentValue = root.State == EntityState.Added ? 1L : checked((long)version.OriginalValue! + 1);
        }
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>Climbs from a child to its root by foreign keys, because a removed child is no longer reachable from above.</summary>
    private sealed class Parents(IEnumerable<EntityEntry> tracked)
    {
        // A replaced part shares its key with its successor for one save; either leads to the same root.
        private readonly Dictionary<PrimaryKey, EntityEntry> _byKey = tracked
            .GroupBy(PrimaryKey.Of)
            .ToDictionary(same => same.Key, same => same.First());

        public IEnumerable<EntityEntry> RootsOf(EntityEntry entry)
        {
            if (entry.Entity is IAggregateRoot) return [entry];
            return entry.Metadata.GetForeignKeys().Where(IsToParent).Select(key => Find(entry, key)).OfType<EntityEntry>().SelectMany(RootsOf);
        }

        private EntityEntry? Find(EntityEntry child, IForeignKey key)
        {
            var values = key.Properties.Select(p => Reference(child, p)).ToArray();
            if (values.Contains(null)) return null;
            if (_byKey.TryGetValue(new PrimaryKey(key.PrincipalEntityType.GetRootType(), values), out var parent)) return parent;
            if (!IsPartOfRoot(key.PrincipalEntityType)) return null;

            throw new InvalidOperationException(
                $"A {child.Metadata.ShortName()} changed while its {key.PrincipalEntityType.ShortName()} was not loaded: children change through their root.");
        }

        private static object? Reference(EntityEntry child, IProperty property) => child.State == EntityState.Added
            ? child.Property(property.Name).CurrentValue
            : child.Property(property.Name).OriginalValue;

        /// <summary>A key the parent can walk down; other aggregates are held by id only, without a way back.</summary>
        private static bool IsToParent(IForeignKey key) =>
            (key.IsOwnership || key.PrincipalToDependent is not null) && key.PrincipalEntityType != key.DeclaringEntityType;

        private static bool IsPartOfRoot(IEntityType type) =>
            typeof(IAggregateRoot).IsAssignableFrom(type.ClrType)
            || type.GetForeignKeys().Where(IsToParent).Any(key => IsPartOfRoot(key.PrincipalEntityType));
    }

    private readonly record struct PrimaryKey(IEntityType Type, object?[] Values)
    {
        public static PrimaryKey Of(EntityEntry entry) => new(
            entry.Metadata.GetRootType(),
            [.. entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue)]);

        public bool Equals(PrimaryKey other) => Type == other.Type && Values.AsSpan().SequenceEqual(other.Values);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Type);
            foreach (var value in Values) hash.Add(value);
            return hash.ToHashCode();
        }
    }

    private sealed class EntryIdentity : IEqualityComparer<EntityEntry>
    {
        public static readonly EntryIdentity Instance = new();

        public bool Equals(EntityEntry? x, EntityEntry? y) => ReferenceEquals(x?.Entity, y?.Entity);

        public int GetHashCode(EntityEntry entry) => RuntimeHelpers.GetHashCode(entry.Entity);
    }
}
