using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Procurement.Application.Identity;
using Procurement.Domain.Identity;

namespace Procurement.Infrastructure.Identity;

/// <summary>PBKDF2 with SHA-512 and a salt for each password, in the framework's own format.</summary>
internal sealed class PasswordHashes : IPasswordHashes
{
    /// <summary>Rounds: what a guess costs. Raising it is safe, every stored hash carries its own count.</summary>
    private const int Rounds = 210_000;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly Lazy<string> _nobody;

    public PasswordHashes() => _nobody = new Lazy<string>(() => Hash(Guid.CreateVersion7().ToString("N")));

    // The hasher takes the user for algorithms that need it; this one does not look at it.
    public string Hash(string password) => _hasher.HashPassword(null!, password);

    public bool Matches(string? hash, string password) =>
        _hasher.VerifyHashedPassword(null!, hash ?? _nobody.Value, password) != PasswordVerificationResult.Failed && hash is not null;
}
