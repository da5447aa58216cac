"""Everything Python of the guide: read → check → enrich → render/write, one way only.

insatser/*.yaml ──load──> records ──checks──> problems? ──catalog──> Catalog
Catalog ──pages──> (address, template, variables) ──plugin (Pelican)──> HTML
Catalog ──facts, match_file──> passar/*.json, what the browser matches and filters with
HTML ──search──> Pagefind index ──site_checks, harmless──> problems? ──publish──> output/
"""
