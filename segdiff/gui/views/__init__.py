"""What a person sees and touches: each view shows a state and emits wishes, and knows no other view."""
